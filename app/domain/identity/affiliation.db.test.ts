import { afterEach, expect, test } from 'vitest'
import {
  actingAs,
  makeActor,
  makeAffiliation,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import {
  claimAffiliation,
  correctAffiliation,
  endAffiliation,
  readOwnAffiliation,
} from './affiliation.server.ts'
import { listClaims } from './claim-list.server.ts'
import { claimShape } from './claim.ts'
import { decideAffiliation } from './decide-claims.server.ts'
import { listWorkplaces } from './workplace.server.ts'

useDatabase()
afterEach(() => holdClock(undefined))

async function workplaceWithManager(municipalityCode = '2180') {
  const { organisationId, rootUnitId } = await makeOrganisation({ municipalityCode })
  const unitId = await makeUnit(rootUnitId, { name: 'Mottagningen' })
  const manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  return { organisationId, rootUnitId, unitId, manager }
}

const affiliationOf = (id: string) => prisma().affiliation.findUniqueOrThrow({ where: { id } })

async function contents() {
  const [affiliations, audit, jobs] = await Promise.all([
    prisma().affiliation.findMany({ orderBy: { id: 'asc' } }),
    prisma().auditEntry.count(),
    rows(sql`select id from pgboss.job order by id`),
  ])
  return { affiliations, audit, jobs }
}

test('a manager confirms a claim in the own organisation, with a trace and a message', async () => {
  const { organisationId, unitId, manager } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  await decideAffiliation({ actor: manager, affiliationId, decision: 'confirmed' })
  expect(await affiliationOf(affiliationId)).toMatchObject({
    status: 'confirmed',
    decidedBy: manager.personId,
  })
  expect(
    await prisma().auditEntry.findFirst({ where: { subjectId: affiliationId } }),
  ).toMatchObject({
    action: 'affiliation.confirmed',
    actorPersonId: manager.personId,
    organisationId,
  })
  const told = await rows<{ data: unknown }>(
    sql`select data from pgboss.job where data->>'name' = 'affiliation.confirmed'`,
  )
  expect(told.at(-1)!.data).toMatchObject({ payload: { affiliationId, personId, unitId } })
})

test('a manager of another organisation is refused, and nothing changes', async () => {
  const { unitId } = await workplaceWithManager()
  const { manager: stranger } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  const before = await contents()
  for (const decision of ['confirmed', 'declined'] as const) {
    await expect(
      decideAffiliation({ actor: stranger, affiliationId, decision }),
    ).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  }
  expect(await contents()).toEqual(before)
})

test('neither the person nor one with a national role decides a claim', async () => {
  const { unitId } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  const nobody = [
    await actingAs(personId),
    await makeActor('administrator', { kind: 'nation', ref: null }),
    await makeActor('trainer', { kind: 'county', ref: '21' }),
  ]
  for (const actor of nobody) {
    await expect(
      decideAffiliation({ actor, affiliationId, decision: 'confirmed' }),
    ).rejects.toThrow('forbidden')
  }
})

test('a workplace outside the register is nobody’s to confirm', async () => {
  const { manager } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, {
    unitId: null,
    statedWorkplace: 'Föreningen',
  })
  await expect(
    decideAffiliation({ actor: manager, affiliationId, decision: 'confirmed' }),
  ).rejects.toThrow('forbidden')
})

test('the same answer twice is one answer', async () => {
  const { unitId, manager } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  await decideAffiliation({ actor: manager, affiliationId, decision: 'declined' })
  const before = await contents()
  await decideAffiliation({ actor: manager, affiliationId, decision: 'declined' })
  expect(await contents()).toEqual(before)
})

test('a number told with the confirmation is kept, and is not in the trail', async () => {
  const { unitId, manager } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  const answer = { actor: manager, affiliationId, decision: 'confirmed' as const }
  await decideAffiliation({ ...answer, employerNumber: '  A\u200b  17 ' })
  expect(await affiliationOf(affiliationId)).toMatchObject({
    status: 'confirmed',
    employerNumber: 'A 17',
  })
  const trail = await prisma().auditEntry.findMany({
    where: { subjectId: affiliationId },
    orderBy: { id: 'asc' },
  })
  expect(trail.map(({ action }) => action)).toEqual([
    'affiliation.numbered',
    'affiliation.confirmed',
  ])
  expect(JSON.stringify(trail)).not.toContain('A 17')
  await decideAffiliation(answer)
  expect((await affiliationOf(affiliationId)).employerNumber).toBe('A 17')
  await decideAffiliation({ ...answer, decision: 'declined' })
  expect((await affiliationOf(affiliationId)).employerNumber).toBeNull()
})

test('a number that is somebody else’s there, personal or too long is refused, and nobody is confirmed', async () => {
  const { rootUnitId, unitId, manager } = await workplaceWithManager()
  const elsewhere = await workplaceWithManager()
  const numbered = async (unit: string, employerNumber: string, validTo?: string) => {
    const { personId } = await makePerson()
    const values = { unitId: unit, status: 'confirmed' as const, validTo }
    const id = await makeAffiliation(personId, values)
    await prisma().affiliation.update({ where: { id }, data: { employerNumber } })
    return personId
  }
  const colleague = await numbered(rootUnitId, 'A-17')
  await numbered(elsewhere.unitId, 'A-18')
  await numbered(unitId, 'A-19', '2025-01-01')
  const affiliationId = await makeAffiliation((await makePerson()).personId, { unitId })
  const confirm = (employerNumber: string, id = affiliationId) =>
    decideAffiliation({
      actor: manager,
      affiliationId: id,
      decision: 'confirmed',
      employerNumber,
    })
  const before = await contents()
  const refused = (code: string) => ({ code: `affiliation.${code}`, field: 'employerNumber' })
  await expect(confirm('a-17')).rejects.toMatchObject(refused('number-taken'))
  await expect(confirm('811218\u20119876')).rejects.toMatchObject(refused('number-personal'))
  await expect(confirm('x'.repeat(41))).rejects.toMatchObject(refused('number-too-long'))
  expect(await contents()).toEqual(before)
  await confirm('A-18')
  await confirm('A-19')
  const again = await makeAffiliation(colleague, { unitId })
  await confirm('A-17', again)
  expect((await affiliationOf(again)).employerNumber).toBe('A-17')
})

test('an affiliation that does not exist is not found', async () => {
  const { manager } = await workplaceWithManager()
  for (const affiliationId of [newId(), 'nonsense']) {
    await expect(
      decideAffiliation({ actor: manager, affiliationId, decision: 'confirmed' }),
    ).rejects.toMatchObject({ code: 'not-found', status: 404 })
  }
})

test('claims are those that wait, in the own organisation, by people who are who they say', async () => {
  const { organisationId, unitId, manager } = await workplaceWithManager()
  const waiting = await makePerson({ givenName: 'Vera' })
  const claim = await makeAffiliation(waiting.personId, { unitId })
  await makeAffiliation((await makePerson()).personId, { unitId, status: 'confirmed' })
  await makeAffiliation((await makePerson()).personId, { unitId, validTo: '2025-01-01' })
  await makeAffiliation((await makePerson({ confirmed: false })).personId, { unitId })
  const elsewhere = await workplaceWithManager()
  await makeAffiliation((await makePerson()).personId, { unitId: elsewhere.unitId })
  const asked = { actor: manager, organisationId, query: listQueryOf('', claimShape), words: '' }
  expect((await listClaims(asked)).claims.rows).toMatchObject([
    { affiliationId: claim, givenName: 'Vera', email: waiting.email, unitName: 'Mottagningen' },
  ])
  await expect(listClaims({ ...asked, actor: elsewhere.manager })).rejects.toThrow('forbidden')
  await expect(listClaims({ ...asked, organisationId: newId() })).rejects.toThrow('not-found')
})

test('one claims a workplace once, and it waits for an answer', async () => {
  const { unitId } = await workplaceWithManager()
  const actor = await actingAs((await makePerson()).personId)
  const claim = {
    actor,
    municipalityCode: '2180',
    unitId,
    statedWorkplace: null,
    professionGroup: 'school' as const,
    kind: 'employed' as const,
    validFrom: today(),
  }
  const affiliationId = await claimAffiliation(claim)
  expect(await readOwnAffiliation(actor, affiliationId)).toMatchObject({
    unitName: 'Mottagningen',
    status: 'claimed',
    validFrom: today(),
    validTo: null,
  })
  await expect(claimAffiliation(claim)).rejects.toThrow('affiliation.stands-already')
  await expect(claimAffiliation({ ...claim, municipalityCode: '0180' })).rejects.toThrow(
    'workplace.unknown',
  )
})

test('a declined claim that is corrected waits again', async () => {
  const { unitId, rootUnitId, manager } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  await decideAffiliation({ actor: manager, affiliationId, decision: 'declined' })
  await prisma().affiliation.update({
    where: { id: affiliationId },
    data: { employerNumber: 'A-17' },
  })
  await correctAffiliation({
    actor: await actingAs(personId),
    affiliationId,
    municipalityCode: '2180',
    unitId: rootUnitId,
    statedWorkplace: null,
    professionGroup: 'health-care',
    kind: 'volunteer',
    validFrom: '2025-03-01',
  })
  expect(await affiliationOf(affiliationId)).toMatchObject({
    unitId: rootUnitId,
    professionGroup: 'health-care',
    kind: 'volunteer',
    status: 'claimed',
    // Another employer's number would be somebody else's here.
    employerNumber: null,
    decidedAt: null,
    decidedBy: null,
    validFrom: new Date('2025-03-01'),
  })
})

test('what the organisation has confirmed is not rewritten', async () => {
  const { unitId } = await workplaceWithManager()
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId, status: 'confirmed' })
  await expect(
    correctAffiliation({
      actor: await actingAs(personId),
      affiliationId,
      municipalityCode: '2180',
      unitId,
      statedWorkplace: null,
      professionGroup: 'other',
      kind: 'employed',
      validFrom: '2024-01-08',
    }),
  ).rejects.toThrow('affiliation.confirmed-stands')
})

test('a workplace counts to the end of its last day', async () => {
  const { unitId } = await workplaceWithManager()
  const { personId } = await makePerson()
  const actor = await actingAs(personId)
  const affiliationId = await makeAffiliation(personId, { unitId, validFrom: '2026-11-01' })
  holdClock(new Date('2026-11-20T12:00:00Z'))
  await expect(endAffiliation({ actor, affiliationId, lastDay: '2026-10-31' })).rejects.toThrow(
    'affiliation.ends-before-start',
  )
  await endAffiliation({ actor, affiliationId, lastDay: '2026-11-20' })
  // The last day is kept as the day after it: from then on it no longer counts.
  expect((await affiliationOf(affiliationId)).validTo).toEqual(new Date('2026-11-21'))
  holdClock(new Date('2026-11-21T12:00:00Z'))
  await expect(endAffiliation({ actor, affiliationId, lastDay: '2026-11-21' })).rejects.toThrow(
    'affiliation.already-ended',
  )
})

test('nobody sees, corrects or ends somebody else’s workplace', async () => {
  const { unitId, manager } = await workplaceWithManager()
  const affiliationId = await makeAffiliation((await makePerson()).personId, { unitId })
  const before = await contents()
  const others = [manager, await actingAs((await makePerson()).personId)]
  for (const actor of others) {
    await expect(readOwnAffiliation(actor, affiliationId)).rejects.toThrow('forbidden')
    await expect(
      endAffiliation({ actor, affiliationId, lastDay: addDays(today(), -1) }),
    ).rejects.toThrow('forbidden')
  }
  expect(await contents()).toEqual(before)
})

test('the register offers a municipality’s own units, and the county’s that lie in none', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation({
    name: 'Älvkarleby kommun',
    countyCode: '03',
    municipalityCode: '0319',
  })
  const school = await makeUnit(rootUnitId, { name: 'Skolförvaltningen' })
  await makeUnit(school, { name: 'Ängskolan' })
  await makeOrganisation({
    name: 'Region Uppsala',
    kind: 'region',
    countyCode: '03',
    municipalityCode: null,
  })
  await makeOrganisation({ name: 'Håbo kommun', countyCode: '03', municipalityCode: '0305' })
  const groups = await listWorkplaces('0319')
  expect(groups.map((group) => group.organisationName)).toEqual([
    'Region Uppsala',
    'Älvkarleby kommun',
  ])
  expect(groups[1]).toMatchObject({
    organisationId,
    units: [
      { name: 'Älvkarleby kommun', isWhole: true, parentName: null },
      { name: 'Skolförvaltningen', isWhole: false, parentName: null },
      { name: 'Ängskolan', parentName: 'Skolförvaltningen' },
    ],
  })
  expect(await listWorkplaces('9999')).toEqual([])
})

test('a workplace that is over is added with its last day, beside one that lasts', async () => {
  holdClock(new Date('2026-11-22T10:00:00Z'))
  const { unitId } = await workplaceWithManager()
  const { personId } = await makePerson()
  const actor = await actingAs(personId)
  const workplace = { municipalityCode: '2180', unitId, statedWorkplace: null } as const
  const work = { ...workplace, professionGroup: 'school', kind: 'employed' } as const
  await claimAffiliation({ actor, ...work, validFrom: '2026-01-01' })
  const past = await claimAffiliation({
    actor,
    ...work,
    validFrom: '2024-01-01',
    lastDay: '2024-06-30',
  })
  expect(await readOwnAffiliation(actor, past)).toMatchObject({
    validFrom: '2024-01-01',
    validTo: '2024-07-01',
  })
  const backwards = { ...work, validFrom: '2024-06-30', lastDay: '2024-01-01' }
  await expect(claimAffiliation({ actor, ...backwards })).rejects.toThrow('ends-before-start')
})

test('a correction leaves in the trail what it was before, also where the workplace is over', async () => {
  const { unitId, rootUnitId } = await workplaceWithManager()
  const { personId } = await makePerson()
  const actor = await actingAs(personId)
  const days = { validFrom: '2024-01-08', validTo: '2025-01-01' }
  const affiliationId = await makeAffiliation(personId, { unitId, ...days })
  await correctAffiliation({
    actor,
    affiliationId,
    ...({ municipalityCode: '2180', unitId: rootUnitId, statedWorkplace: null } as const),
    ...({ professionGroup: 'school', kind: 'employed' } as const),
    ...{ validFrom: '2024-02-01', lastDay: '2024-11-30' },
  })
  expect(await readOwnAffiliation(actor, affiliationId)).toMatchObject({
    unitId: rootUnitId,
    validFrom: '2024-02-01',
    validTo: '2024-12-01',
  })
  const line = await prisma().auditEntry.findFirst({
    where: { subjectId: affiliationId, action: 'affiliation.corrected' },
  })
  expect(line?.detail).toEqual({
    fromUnit: unitId,
    fromGroup: 'social-services',
    fromDay: '2024-01-08',
    fromEnd: '2025-01-01',
  })
})
