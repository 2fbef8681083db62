import { expect, test } from 'vitest'
import { addSubGroup, endSubGroup } from '~/domain/organisation/sub-group.server.ts'
import { today } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actingAs, makeActor } from '../../../tests/factories/identity.ts'
import {
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import {
  applied,
  bring,
  countsOf,
  givenBy,
  makePeopleWorld,
  tried,
  undone,
} from '../../../tests/factories/people-import.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { correctAffiliation } from './affiliation.server.ts'
import { moveAffiliations } from './reorganise.db.server.ts'
import {
  chooseOwnSubGroup,
  chooseSubGroup,
  listFittingSubGroups,
  listPeopledSubGroups,
} from './sub-group-choice.server.ts'

useDatabase()

async function makeWorld() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  const add = (name: string, professionGroup: ProfessionGroup, ssykCode: string | null = null) =>
    addSubGroup({
      ...{ actor, organisationId, name, professionGroup, ssykCode },
      validFrom: '2026-01-01',
    })
  return { organisationId, rootUnitId, actor, add }
}

async function employ(unitId: string, professionGroup: ProfessionGroup = 'social-services') {
  const personId = await makeEmployment(unitId, { professionGroup })
  const { id } = await prisma().affiliation.findFirstOrThrow({ where: { personId } })
  return { personId, affiliationId: id }
}

const subGroupOf = async (id: string) =>
  (await prisma().affiliation.findUniqueOrThrow({ where: { id } })).subGroupId

test('a manager puts a person in a sub-group of the same national group, and takes them out', async () => {
  const { organisationId, rootUnitId, actor, add } = await makeWorld()
  const { affiliationId } = await employ(rootUnitId)
  const subGroupId = await add('Familjebehandlare', 'social-services', '3411')
  await add('Lärare i hem- och konsumentkunskap', 'school')
  expect(await listFittingSubGroups([affiliationId])).toEqual([
    { affiliationId, subGroupId, name: 'Familjebehandlare', isChosen: false },
  ])
  const asked = { actor, organisationId, affiliationId }
  await chooseSubGroup({ ...asked, subGroupId })
  await chooseSubGroup({ ...asked, subGroupId })
  expect(await subGroupOf(affiliationId)).toBe(subGroupId)
  const audits = () => prisma().auditEntry.count({ where: { action: 'affiliation.sub-grouped' } })
  expect(await audits()).toBe(1)
  expect(
    (await listPeopledSubGroups(organisationId)).map(({ name, people }) => [name, people]),
  ).toEqual([
    ['Familjebehandlare', 1],
    ['Lärare i hem- och konsumentkunskap', 0],
  ])
  await chooseSubGroup({ ...asked, subGroupId: null })
  expect(await subGroupOf(affiliationId)).toBeNull()
})

test('one of another national group, of another organisation or that has ended is refused; who has one keeps it', async () => {
  const { organisationId, rootUnitId, actor, add } = await makeWorld()
  const other = await makeWorld()
  const { affiliationId } = await employ(rootUnitId)
  const asked = { actor, organisationId, affiliationId }
  const teachers = await add('Ämneslärare', 'school')
  const theirs = await other.add('Familjebehandlare', 'social-services')
  for (const subGroupId of [teachers, theirs]) {
    await expect(chooseSubGroup({ ...asked, subGroupId })).rejects.toThrow('sub-group.not-here')
  }
  const own = await add('Fältare', 'social-services')
  await chooseSubGroup({ ...asked, subGroupId: own })
  await endSubGroup({ actor, organisationId, subGroupId: own })
  expect(await subGroupOf(affiliationId)).toBe(own)
  expect(await listPeopledSubGroups(organisationId)).toMatchObject([
    { name: 'Fältare', people: 1 },
    { name: 'Ämneslärare', people: 0 },
  ])
  const colleague = await employ(rootUnitId)
  await expect(
    chooseSubGroup({ ...asked, affiliationId: colleague.affiliationId, subGroupId: own }),
  ).rejects.toThrow('sub-group.not-here')
  await expect(chooseSubGroup({ ...asked, actor: other.actor, subGroupId: null })).rejects.toThrow(
    'forbidden',
  )
})

test('a person chooses for a workplace of their own, and for no other', async () => {
  const { rootUnitId, add } = await makeWorld()
  const own = await employ(rootUnitId)
  const { affiliationId } = await employ(rootUnitId)
  const subGroupId = await add('Familjebehandlare', 'social-services')
  const actor = await actingAs(own.personId)
  await chooseOwnSubGroup({ actor, affiliationId: own.affiliationId, subGroupId })
  expect(await subGroupOf(own.affiliationId)).toBe(subGroupId)
  await expect(chooseOwnSubGroup({ actor, affiliationId, subGroupId })).rejects.toThrow('forbidden')
})

test('the database does not let the sub-group and the national group disagree', async () => {
  const { organisationId, rootUnitId, actor, add } = await makeWorld()
  const { affiliationId } = await employ(rootUnitId)
  const subGroupId = await add('Familjebehandlare', 'social-services')
  await chooseSubGroup({ actor, organisationId, affiliationId, subGroupId })
  const where = { id: affiliationId }
  await expect(
    prisma().affiliation.update({ where, data: { professionGroup: 'school' } }),
  ).rejects.toThrow()
})

test('whoever corrects a claim to another profession leaves the sub-group', async () => {
  const { rootUnitId, add } = await makeWorld()
  const { personId, affiliationId } = await employ(rootUnitId)
  const { municipalityCode } = await prisma().unit.findUniqueOrThrow({ where: { id: rootUnitId } })
  const subGroupId = await add('Familjebehandlare', 'social-services')
  await prisma().affiliation.update({
    where: { id: affiliationId },
    data: { status: 'claimed', municipalityCode, subGroupId },
  })
  const correction = {
    ...{
      actor: await actingAs(personId),
      affiliationId,
      unitId: rootUnitId,
      statedWorkplace: null,
    },
    ...{
      municipalityCode: municipalityCode!,
      kind: 'employed' as const,
      validFrom: '2025-01-01' as const,
    },
  }
  await correctAffiliation({ ...correction, professionGroup: 'social-services' })
  expect(await subGroupOf(affiliationId)).toBe(subGroupId)
  await correctAffiliation({ ...correction, professionGroup: 'school' })
  expect(await subGroupOf(affiliationId)).toBeNull()
})

test('who goes over to another organisation with their unit is still in the sub-group, and found by it there', async () => {
  const { organisationId, rootUnitId, actor, add } = await makeWorld()
  const receiving = await makeWorld()
  const unit = await makeUnit(receiving.rootUnitId)
  const { affiliationId } = await employ(rootUnitId)
  const subGroupId = await add('Familjebehandlare', 'social-services')
  await chooseSubGroup({ actor, organisationId, affiliationId, subGroupId })
  await prisma().$transaction((tx) =>
    moveAffiliations(
      tx,
      { from: rootUnitId, to: unit, group: null, day: today() },
      { copied: [], ended: [], turned: [] },
    ),
  )
  expect(await listPeopledSubGroups(receiving.organisationId)).toMatchObject([
    { subGroupId, people: 1 },
  ])
})

test('a file puts people in sub-groups by name; again it changes nothing, and undoing puts them back', async () => {
  const { organisationId, actor, care } = await makePeopleWorld()
  const subGroupId = await addSubGroup({
    ...{ actor, organisationId, name: 'Familjebehandlare', professionGroup: 'social-services' },
    ...{ ssykCode: '3411', validFrom: '2026-01-01' },
  })
  const { personId, affiliationId } = await employ(care)
  const { email } = await prisma().person.findUniqueOrThrow({ where: { id: personId } })
  const before = await prisma().affiliation.findUniqueOrThrow({ where: { id: affiliationId } })
  const heads = 'Förnamn;Efternamn;E-post;Undergrupp;Yrke'
  const lines = [
    heads,
    `Kim;Ek;${email};familjebehandlare;`,
    'Alex;Al;alex.undergrupp@exempel.se;Familjebehandlare;Socialsekreterare',
    'Bo;By;bo.undergrupp@exempel.se;Fältare;',
    'Bi;By;bi.undergrupp@exempel.se;Familjebehandlare;Lärare',
  ]
  const file = await tried(await bring({ actor, organisationId }, lines))
  expect(await givenBy(file)).toEqual([
    'sub-group',
    'new',
    'sub-group-unknown',
    'sub-group-elsewhere',
  ])
  const refused = await prisma().peopleImportRow.findMany({
    where: { importId: file.importId, outcome: 'refused' },
    orderBy: { rowNumber: 'asc' },
  })
  expect(refused.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
    [4, 'sub-group-unknown'],
    [5, 'sub-group-elsewhere'],
  ])
  await applied(file)
  expect(await prisma().affiliation.count({ where: { subGroupId } })).toBe(2)
  const again = await tried(await bring({ actor, organisationId }, lines))
  expect(await countsOf(again)).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  // A file that says nothing of sub-groups leaves them; one that says another profession takes them away.
  const silent = ['Förnamn;Efternamn;E-post;Yrke', `Kim;Ek;${email};`]
  expect(await givenBy(await tried(await bring({ actor, organisationId }, silent)))).toEqual([
    'unchanged',
  ])
  await undone(file)
  expect(await prisma().affiliation.findUniqueOrThrow({ where: { id: affiliationId } })).toEqual(
    before,
  )
})
