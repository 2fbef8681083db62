import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { isSsykCode, ssykGroups, type SsykCode } from './ssyk.ts'

/** An organisation's own group of professions below a national one. */
export interface SubGroup {
  id: string
  name: string
  professionGroup: ProfessionGroup
  /** Null where several occupations belong. */
  ssykCode: SsykCode | null
  validFrom: Day
  /** The first day on which it is no longer; null = still. */
  validTo: Day | null
}

/**
 * The occupation with this code, which must be counted in the national group; null for none.
 * @throws Refusal sub-group.ssyk-unknown, sub-group.ssyk-elsewhere
 */
export function ssykCodeIn(group: ProfessionGroup, code: string | null): SsykCode | null {
  if (code === null) return null
  const field = 'ssykCode'
  if (!isSsykCode(code)) throw new Refusal('sub-group.ssyk-unknown', {}, { field })
  if (ssykGroups[code] !== group) {
    throw new Refusal('sub-group.ssyk-elsewhere', { code }, { field })
  }
  return code
}
