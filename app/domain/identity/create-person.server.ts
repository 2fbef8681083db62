import type { Actor, Role } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { insertAffiliation, selectPlaceOfUnit } from './affiliation.db.server.ts'
import { saveEmployerNumber } from './affiliation-number.db.server.ts'
import { employerNumberOf } from './affiliation.ts'
import { selectRootUnit } from './create-person.db.server.ts'
import { saveDecisions } from './claim.db.server.ts'
import { affiliationDecided } from './identity.events.ts'
import { makeLink } from './one-time-link.server.ts'
import { insertPasswordIdentity, insertPerson } from './person.db.server.ts'
import { addRole } from './role-grant.server.ts'
import type { ScopeRef } from './role-grant.ts'

interface CreatePerson {
  actor: Actor
  /** Lower case. */
  email: string
  givenName: string
  familyName: string
  grant: { role: Role; scope: ScopeRef } | null
  workplace: NewWorkplace | null
}

interface NewWorkplace {
  /** A unit, or an organisation for those who belong to no smaller unit. */
  at: { unitId: string } | { organisationId: string }
  professionGroup: ProfessionGroup
  employerNumber: string | null
}

/**
 * Makes an account for somebody, with a role and a confirmed workplace from today where they are
 * given. Who runs the installation vouches for the address, so it counts as confirmed.
 * @returns the person's id, and the path of a link that lets them choose a password, once and within an hour
 * @throws Refusal forbidden, person.address-known, person.workplace-unknown, role.scope-not-allowed,
 *   role.scope-unknown, affiliation.number-too-long, affiliation.number-personal
 */
export async function createPerson(
  input: CreatePerson,
): Promise<{ personId: string; link: string }> {
  const { actor, grant, workplace } = input
  if (!may(actor, 'role:grant', {})) throw new Refusal('forbidden')
  const personId = await inTransaction(actor, async (tx) => {
    const id = await addAccount(tx, input)
    if (!id) throw new Refusal('person.address-known', {}, { field: 'email' })
    await recordAudit(tx, actor, { action: 'person.created', subjectId: id })
    if (grant) await addRole(tx, { actor, personId: id, ...grant })
    if (workplace) await addWorkplace(tx, actor, id, workplace)
    return id
  })
  return { personId, link: await makeLink('reset-password', personId) }
}

async function addAccount(
  tx: Tx,
  { email, givenName, familyName }: Pick<CreatePerson, 'email' | 'givenName' | 'familyName'>,
): Promise<string | null> {
  const id = newId()
  const createdAt = now()
  const isNew = await insertPerson(tx, {
    id,
    givenName,
    familyName,
    email,
    emailConfirmedAt: createdAt,
    sex: null,
    language: 'sv',
    createdAt,
  })
  if (!isNew) return null
  await insertPasswordIdentity(tx, {
    id: newId(),
    personId: id,
    subject: email,
    secretHash: null,
    createdAt,
  })
  return id
}

async function addWorkplace(
  tx: Tx,
  actor: Actor,
  personId: string,
  { at, professionGroup, employerNumber }: NewWorkplace,
): Promise<void> {
  const unitId = await unitAt(tx, at)
  const place = unitId ? await selectPlaceOfUnit(tx, unitId) : undefined
  if (!unitId || !place) throw new Refusal('person.workplace-unknown')
  const id = newId()
  await insertAffiliation(tx, {
    id,
    personId,
    kind: professionGroup === 'student' ? 'student' : 'employed',
    // Where a unit lies in no municipality the workplace has none either.
    municipalityCode: place.municipalityCode ?? null,
    unitId,
    statedWorkplace: null,
    professionGroup,
    validFrom: today(),
  })
  const number = employerNumberOf(employerNumber ?? '')
  if (number) await saveEmployerNumber(tx, id, number)
  await saveDecisions(tx, [id], {
    status: 'confirmed',
    decidedAt: now(),
    decidedBy: actor.personId,
  })
  await recordAudit(tx, actor, {
    action: 'affiliation.confirmed',
    subjectId: id,
    organisationId: place.organisationId ?? undefined,
  })
  await emit(tx, affiliationDecided({ affiliationId: id, personId, unitId }, 'confirmed'))
}

async function unitAt(tx: Tx, at: NewWorkplace['at']): Promise<string | undefined> {
  if ('unitId' in at) return isId(at.unitId) ? at.unitId : undefined
  return isId(at.organisationId) ? selectRootUnit(tx, at.organisationId) : undefined
}
