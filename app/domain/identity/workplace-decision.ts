import type { Day } from '~/kernel/dates.ts'

/** What an organisation decides about the workplaces of its people. */
export type WorkplaceDecisionKind = 'confirmed' | 'declined' | 'ended'

/** A decision as the page tells it afterwards. */
export interface WorkplaceDecision {
  id: string
  kind: WorkplaceDecisionKind
  /** Of those that were ended. */
  lastDay: Day | null
  /** How many workplaces it was about. */
  workplaces: number
  /** Whose, where it was about one; null where there are several, or the account is gone. */
  name: string | null
  decidedAt: Date
  undoneAt: Date | null
  /** How many could be put back; null until it is undone. */
  restored: number | null
}
