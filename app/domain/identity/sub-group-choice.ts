import type { SsykCode } from '~/domain/organisation/ssyk.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** A sub-group that a workplace may have. */
export interface FittingSubGroup {
  affiliationId: string
  subGroupId: string
  name: string
  /** Whether the workplace has it; it keeps one that has ended until another is chosen. */
  isChosen: boolean
}

/** A sub-group that people of an organisation have, or may have, today. */
export interface PeopledSubGroup {
  subGroupId: string
  name: string
  professionGroup: ProfessionGroup
  ssykCode: SsykCode | null
  /** How many with a confirmed workplace there today. */
  people: number
}

/** A sub-group by its name, for a file of people. */
export interface NamedSubGroup {
  subGroupId: string
  name: string
  professionGroup: ProfessionGroup
}
