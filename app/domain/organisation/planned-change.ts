import type { Day } from '~/kernel/dates.ts'
import type { Told } from './take-back.ts'

/** What a change of units did to the people in them, row by row. */
export interface PeopleTold {
  /** Who goes on in another unit: the row that ended, when it would have, and the row that goes on. */
  copied: { of: string; id: string; was: Day | null; unitId: string }[]
  /** Rows that end, when they would have, and as what. */
  ended: { id: string; was: Day | null; status: string }[]
  /** Rows that begin later, in another unit than they were to. */
  turned: { id: string; was: string; unitId: string }[]
}

/** An organisation's states and municipalities, as rows. */
export interface StateRows {
  states: unknown[]
  catchment: unknown[]
}

/** Everything that a planned change wrote: each part only where it wrote any. */
export interface Wrote {
  placements?: Told
  opened?: string[]
  closed?: string[]
  closedOrganisations?: string[]
  headcounts?: string[]
  /** Of whole organisations: these are few rows. */
  states?: { organisationIds: string[]; before: StateRows; after: StateRows }
  people?: PeopleTold
}
