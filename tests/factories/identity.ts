import { hashPassword } from '~/auth/password.server.ts'
import { readActorOfSession } from '~/domain/identity/actor.server.ts'
import type { AffiliationKind, AffiliationStatus } from '~/domain/identity/affiliation.ts'
import type { ScopeRef } from '~/domain/identity/role-grant.ts'
import type { PersonActor, Role } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId, type PersonId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { prisma } from '~/platform/db/database.server.ts'

let made = 0

export interface MadePerson {
  personId: PersonId
  email: string
}

interface PersonValues {
  givenName?: string
  familyName?: string
  email?: string
  /** Whether the address is confirmed; it is when left out. */
  confirmed?: boolean
  /** With one the person can sign in. */
  password?: string
  language?: 'sv' | 'en'
  sex?: 'K' | 'M' | null
}

/** Somebody with a confirmed address since 2024, unless told otherwise. */
export async function makePerson(values: PersonValues = {}): Promise<MadePerson> {
  const number = ++made
  const personId = newId<PersonId>()
  const email = values.email ?? `robin${number}@exempel.se`
  const createdAt = new Date('2024-01-08T08:00:00Z')
  await prisma().person.create({
    data: {
      id: personId,
      givenName: values.givenName ?? 'Robin',
      familyName: values.familyName ?? `Prov ${number}`,
      email,
      emailConfirmedAt: values.confirmed === false ? null : createdAt,
      language: values.language ?? 'sv',
      sex: values.sex ?? null,
      createdAt,
    },
  })
  if (values.password !== undefined) {
    const secretHash = await hashPassword(values.password)
    await prisma().signInIdentity.create({
      data: { id: newId(), personId, kind: 'password', subject: email, secretHash, createdAt },
    })
  }
  return { personId, email }
}

interface AffiliationValues {
  unitId: string | null
  status?: AffiliationStatus
  kind?: AffiliationKind
  professionGroup?: ProfessionGroup
  municipalityCode?: string
  statedWorkplace?: string
  validFrom?: Day
  validTo?: Day | null
}

/** A claimed workplace since 2024, in social services in Gävle, unless told otherwise. */
export async function makeAffiliation(
  personId: string,
  values: AffiliationValues,
): Promise<string> {
  const id = newId()
  await prisma().affiliation.create({
    data: {
      id,
      personId,
      unitId: values.unitId,
      kind: values.kind ?? 'employed',
      municipalityCode: values.municipalityCode ?? '2180',
      statedWorkplace: values.statedWorkplace,
      professionGroup: values.professionGroup ?? 'social-services',
      validFrom: dateOf(values.validFrom ?? '2024-01-08'),
      validTo: values.validTo ? dateOf(values.validTo) : null,
      status: values.status ?? 'claimed',
    },
  })
  return id
}

/** A role since 2024, unless told otherwise. */
export async function makeGrant(
  personId: string,
  role: Role,
  scope: ScopeRef,
  days: { validFrom?: Day; validTo?: Day | null } = {},
): Promise<string> {
  const id = newId()
  await prisma().roleGrant.create({
    data: {
      id,
      personId,
      role,
      scopeKind: scope.kind,
      scopeRef: scope.ref,
      validFrom: dateOf(days.validFrom ?? '2024-01-08'),
      validTo: days.validTo ? dateOf(days.validTo) : null,
    },
  })
  return id
}

/** A person from the database as one who acts, with the roles of today: as in a session, which is gone again. */
export async function actingAs(personId: string): Promise<PersonActor> {
  const session = { id: newId(), userId: personId, expiresAt: now() }
  await prisma().session.create({ data: session })
  const found = await readActorOfSession(session.id)
  await prisma().session.delete({ where: { id: session.id } })
  invariant(found, `there is a person ${personId}`)
  return found.actor
}

/** Somebody new with one role, as one who acts. */
export async function makeActor(role: Role, scope: ScopeRef): Promise<PersonActor> {
  const { personId } = await makePerson()
  await makeGrant(personId, role, scope)
  return actingAs(personId)
}
