import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import { selectUnits } from './organisation.db.server.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import {
  inTreeOrder,
  placeOf,
  type OrganisationStateView,
  type PlacedUnit,
} from './organisation.ts'
import {
  selectHistory,
  selectLife,
  selectState,
  type HistoryLine,
  type OrganisationLife,
} from './register.db.server.ts'

export type { HistoryLine }

export interface OrganisationTree {
  organisation: OrganisationView
  life: OrganisationLife
  /** The day that the tree is of. */
  day: Day
  today: Day
  /** What the organisation was on the day; null on days before it opened and after it closed. */
  state: OrganisationStateView | null
  tree: (PlacedUnit & { depth: number })[]
  /** The latest day first; planned ones too. */
  history: HistoryLine[]
  may: { changeUnits: boolean; register: boolean; headcounts: boolean; figures: boolean }
}

/**
 * An organisation's units on a day, what it was then, and everything that has been done to them.
 * @param day today when null
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisationTree(
  actor: Actor,
  organisationId: string,
  day: Day | null,
): Promise<OrganisationTree> {
  const organisation = await readOrganisation(actor, 'organisation:read', organisationId)
  const on = day ?? today()
  const [life, state, units, history] = await Promise.all([
    selectLife(organisationId),
    selectState(organisationId, on),
    selectUnits(organisationId, on),
    selectHistory(organisationId),
  ])
  const place = placeOf(organisation)
  return {
    organisation,
    life,
    day: on,
    today: today(),
    state,
    tree: inTreeOrder(units),
    history,
    may: {
      changeUnits: may(actor, 'unit:change', place),
      register: may(actor, 'organisation:register', place),
      headcounts: may(actor, 'headcount:declare', place),
      figures: may(actor, 'figures:read', place),
    },
  }
}
