import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { placeOf } from '~/domain/organisation/organisation.ts'
import { takeBackInRegister, type TakeBack } from '~/domain/organisation/take-back-change.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  isInUse,
  restoreAffiliations,
  selectPlannedLines,
  selectPlannedState,
  type PlannedLine,
} from './planned-change.db.server.ts'

export type { PlannedLine }

export interface PlannedChange {
  plannedId: string
  day: Day
  /** The Swedish day on which it was planned. */
  plannedOn: Day
  plannedBy: string | null
  lines: PlannedLine[]
  mayTakeBack: boolean
}

/**
 * What is planned for an organisation and its units and has not come into force.
 * @throws Refusal not-found, forbidden
 */
export async function listPlannedChanges(
  actor: Actor,
  organisationId: string,
): Promise<{ organisation: OrganisationView; planned: PlannedChange[] }> {
  const organisation = await readOrganisation(actor, 'organisation:read', organisationId)
  const place = placeOf(organisation)
  const byId = new Map<string, PlannedChange>()
  for (const line of await selectPlannedLines(organisationId, today())) {
    const { plannedId, onDay: day, recordedOn: plannedOn, plannedBy, isOfOrganisation } = line
    const mayTakeBack = may(actor, isOfOrganisation ? 'organisation:register' : 'unit:change', place) // prettier-ignore
    const known = byId.get(plannedId)
    if (known) known.lines.push(line)
    else {
      // Who keeps the register sees who planned it; others see that it is planned.
      const by = mayTakeBack ? plannedBy : null
      byId.set(plannedId, { plannedId, day, plannedOn, plannedBy: by, lines: [line], mayTakeBack })
    }
  }
  return { organisation, planned: [...byId.values()] }
}

/**
 * One planned change; null where it has been taken back.
 * @throws Refusal not-found, forbidden, register.in-force
 */
export async function readPlannedChange(
  actor: Actor,
  { organisationId, plannedId }: { organisationId: string; plannedId: string },
): Promise<{ organisation: OrganisationView; change: PlannedChange | null }> {
  const { organisation, planned } = await listPlannedChanges(actor, organisationId)
  if (!may(actor, 'unit:change', placeOf(organisation))) throw new Refusal('forbidden')
  const change = planned.find((each) => each.plannedId === plannedId)
  if (change) return { organisation, change }
  const state = isId(plannedId) ? await selectPlannedState(plannedId) : undefined
  if (!state) throw new Refusal('not-found')
  if (!state.isTakenBack && state.onDay <= today()) throw new Refusal('register.in-force')
  if (!state.isTakenBack) throw new Refusal('not-found')
  return { organisation, change: null }
}

/**
 * Takes a planned change back: every day's tree, people and headcounts become what they would have been without
 * it. A second time nothing happens.
 * @throws Refusal as takeBackInRegister, and register.has-people
 */
export async function takeBackChange(input: TakeBack): Promise<void> {
  await inTransaction(input.actor, async (tx) => {
    const left = await takeBackInRegister(tx, input)
    if (!left) return
    if (left.people) await restoreAffiliations(tx, left.people, left.day)
    if (await isInUse(tx, left.neverOpened)) throw new Refusal('register.has-people')
  })
}
