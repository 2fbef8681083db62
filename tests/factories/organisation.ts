import { addUnit, createOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { NewOrganisation } from '~/domain/organisation/organisation.ts'
import { systemActor, type Grant, type PersonActor } from '~/kernel/actor.ts'
import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId, type OrganisationId, type PersonId, type UnitId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { prisma } from '~/platform/db/database.server.ts'

let made = 0

export interface MadeOrganisation {
  organisationId: OrganisationId
  rootUnitId: UnitId
}

/** A municipality in Gävleborg since 2020, unless told otherwise. */
export async function makeOrganisation(
  values: Partial<NewOrganisation> = {},
): Promise<MadeOrganisation> {
  return createOrganisation({
    actor: systemActor,
    kind: 'municipality',
    name: `Kommun ${++made}`,
    countyCode: '21',
    municipalityCode: '2180',
    openedOn: '2020-01-01',
    ...values,
  })
}

/** A unit below another, in the same place and since 2020. */
export async function makeUnit(
  parentUnitId: string,
  values: { name?: string; openedOn?: Day; countyCode?: string; municipalityCode?: string } = {},
): Promise<UnitId> {
  const name = `Enhet ${++made}`
  return addUnit({ actor: systemActor, parentUnitId, name, openedOn: '2020-01-01', ...values })
}

interface Employment {
  personId?: PersonId
  professionGroup?: ProfessionGroup
  kind?: string
  status?: string
  validFrom?: Day
  validTo?: Day | null
  decidedAt?: Date | null
}

/** Somebody who works in a unit since 2024, confirmed on the first day, in a school unless told otherwise. */
export async function makeEmployment(unitId: string, values: Employment = {}): Promise<PersonId> {
  const validFrom = values.validFrom ?? '2024-01-01'
  const personId = values.personId ?? (await makeColleague())
  const status = values.status ?? 'confirmed'
  const decided = status === 'claimed' ? null : dateOf(validFrom)
  await prisma().affiliation.create({
    data: {
      id: newId(),
      personId,
      unitId,
      kind: values.kind ?? 'employed',
      professionGroup: values.professionGroup ?? 'school',
      validFrom: dateOf(validFrom),
      validTo: values.validTo ? dateOf(values.validTo) : null,
      status,
      decidedAt: values.decidedAt === undefined ? decided : values.decidedAt,
    },
  })
  return personId
}

async function makeColleague(): Promise<PersonId> {
  const id = newId<PersonId>()
  const createdAt = new Date('2023-12-01T08:00:00Z')
  await prisma().person.create({
    data: {
      id,
      givenName: 'Kim',
      familyName: `Nummer ${++made}`,
      email: `kim${made}@exempel.se`,
      emailConfirmedAt: createdAt,
      createdAt,
    },
  })
  return id
}

/** Somebody signed in, with these role grants and nothing in the database. */
export function actorWith(...grants: Grant[]): PersonActor {
  return {
    kind: 'person',
    personId: newId<PersonId>(),
    givenName: 'Alex',
    familyName: 'Prov',
    language: 'sv',
    emailConfirmed: true,
    grants,
  }
}
