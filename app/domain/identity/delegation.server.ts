import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  selectDelegation,
  selectDelegations,
  selectOwnDelegations,
  selectTrainers,
} from './delegation.db.server.ts'
import {
  isDelegationEnd,
  latestDelegation,
  type DelegationView,
  type OwnDelegation,
  type TrainerChoice,
} from './delegation.ts'
import { lockPerson } from './person.db.server.ts'
import { hasGrant, insertGrant, saveGrantEnd } from './role-grant.db.server.ts'

/** An organisation's delegations, and who can be given one. */
export interface DelegationList {
  organisation: OrganisationView
  delegations: DelegationView[]
  trainers: TrainerChoice[]
  /** The last day that one given today can have. */
  latest: Day
}

/**
 * Who brings files of people in on the organisation's behalf.
 * @throws Refusal not-found, forbidden
 */
export async function listDelegations(
  actor: PersonActor,
  organisationId: string,
): Promise<DelegationList> {
  const organisation = await readOrganisation(actor, 'people:delegate', organisationId)
  const [delegations, trainers] = await Promise.all([
    selectDelegations(organisationId),
    selectTrainers(organisationId),
  ])
  return { organisation, delegations, trainers, latest: latestDelegation(today()) }
}

/**
 * Lets a trainer of the organisation's county or catchment bring files of people in, until a day; it ends by
 * itself.
 * @returns the grant's id
 * @throws Refusal not-found, forbidden, delegation.too-long, delegation.not-a-trainer, delegation.has-already
 */
export async function giveDelegation(input: {
  actor: PersonActor
  organisationId: string
  personId: string
  lastDay: Day
}): Promise<string> {
  const { actor, organisationId, personId, lastDay } = input
  await readOrganisation(actor, 'people:delegate', organisationId)
  if (!isDelegationEnd(lastDay, today())) {
    throw new Refusal('delegation.too-long', {}, { field: 'lastDay' })
  }
  const trainers = await selectTrainers(organisationId)
  if (!trainers.some((trainer) => trainer.personId === personId)) {
    throw new Refusal('delegation.not-a-trainer', {}, { field: 'personId' })
  }
  const id = newId()
  const scope = { kind: 'organisation', ref: organisationId } as const
  await inTransaction(actor, async (tx) => {
    await lockPerson(tx, personId)
    if (await hasGrant(tx, personId, 'delegate', scope)) {
      throw new Refusal('delegation.has-already', {}, { field: 'personId' })
    }
    const grantedBy = actor.personId
    const grant = { id, personId, role: 'delegate', scope, validFrom: today(), grantedBy } as const
    await insertGrant(tx, grant)
    await saveGrantEnd(tx, id, addDays(lastDay, 1))
    await recordAudit(tx, actor, {
      action: 'delegation.given',
      subjectId: personId,
      organisationId,
      detail: { grant: id, until: lastDay },
    })
  })
  return id
}

/**
 * Ends a delegation now.
 * @throws Refusal not-found, forbidden
 */
export async function endDelegation(input: {
  actor: PersonActor
  organisationId: string
  grantId: string
}): Promise<void> {
  const { actor, organisationId, grantId } = input
  await readOrganisation(actor, 'people:delegate', organisationId)
  await inTransaction(actor, async (tx) => {
    const found = isId(grantId) ? await selectDelegation(tx, grantId) : undefined
    if (found?.organisationId !== organisationId) throw new Refusal('not-found')
    await saveGrantEnd(tx, grantId, today())
    await recordAudit(tx, actor, {
      action: 'delegation.ended',
      subjectId: found.personId,
      organisationId,
      detail: { grant: grantId },
    })
  })
}

/** The organisations that one brings files in for as a delegate, today. */
export async function listOwnDelegations(actor: PersonActor): Promise<OwnDelegation[]> {
  return selectOwnDelegations(actor.personId)
}
