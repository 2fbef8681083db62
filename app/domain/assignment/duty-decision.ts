import type { Day } from '~/kernel/dates.ts'
import type { ExcuseReason } from './duty-exception.ts'

/** What is decided about a module for many at once. */
export type DutyRuling =
  | { kind: 'excused'; reason: ExcuseReason; untilOn: Day | null }
  | { kind: 'extended'; untilOn: Day }

/** A decision about many, as the page tells it afterwards. */
export interface DutyDecision {
  id: string
  moduleId: string
  kind: DutyRuling['kind']
  reason: ExcuseReason | null
  untilOn: Day | null
  people: number
  decidedAt: Date
  undoneAt: Date | null
}
