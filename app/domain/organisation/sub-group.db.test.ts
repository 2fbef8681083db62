import { expect, test } from 'vitest'
import type { Grant } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { actorWith, makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  addSubGroup,
  changeSubGroup,
  endSubGroup,
  listSubGroups,
  readSubGroup,
} from './sub-group.server.ts'

useDatabase()

const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as Grant)

const therapists = {
  name: 'Familjebehandlare',
  professionGroup: 'social-services',
  ssykCode: '3411',
  validFrom: '2026-01-01',
} as const

test('a manager adds a sub-group below a national group, and ending it keeps it in the history', async () => {
  const { organisationId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const subGroupId = await addSubGroup({ actor, organisationId, ...therapists })
  const [added] = (await listSubGroups(actor, organisationId)).subGroups
  expect(added).toEqual({ id: subGroupId, ...therapists, validTo: null })
  await endSubGroup({ actor, organisationId, subGroupId })
  const [ended] = (await listSubGroups(actor, organisationId)).subGroups
  expect(ended).toEqual({ id: subGroupId, ...therapists, validTo: today() })
})

test('a name stands for one sub-group at a time, and is free again when that has ended', async () => {
  const { organisationId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const subGroupId = await addSubGroup({ actor, organisationId, ...therapists })
  const again = { actor, organisationId, ...therapists, name: 'FAMILJEBEHANDLARE' }
  await expect(addSubGroup(again)).rejects.toMatchObject({ code: 'sub-group.name-taken' })
  await endSubGroup({ actor, organisationId, subGroupId })
  await addSubGroup(again)
  expect((await listSubGroups(actor, organisationId)).subGroups).toHaveLength(2)
})

test('a sub-group gets another name and occupation, but none that another one has', async () => {
  const { organisationId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const of = {
    actor,
    organisationId,
    subGroupId: await addSubGroup({ actor, organisationId, ...therapists }),
  }
  await addSubGroup({ actor, organisationId, ...therapists, name: 'Fältare', ssykCode: null })
  const taken = changeSubGroup({ ...of, name: 'fältare', ssykCode: null })
  await expect(taken).rejects.toMatchObject({ code: 'sub-group.name-taken', field: 'name' })
  const elsewhere = changeSubGroup({ ...of, name: 'Kuratorer', ssykCode: '2330' })
  await expect(elsewhere).rejects.toMatchObject({ code: 'sub-group.ssyk-elsewhere' })
  await changeSubGroup({ ...of, name: 'familjebehandlare', ssykCode: '2669' })
  expect((await readSubGroup(actor, of)).subGroup).toEqual({
    ...therapists,
    id: of.subGroupId,
    name: 'familjebehandlare',
    ssykCode: '2669',
    validTo: null,
  })
  await endSubGroup(of)
  const ended = changeSubGroup({ ...of, name: 'Ny', ssykCode: null })
  await expect(ended).rejects.toMatchObject({ code: 'not-found' })
})

test("another organisation's manager neither sees, adds, changes nor ends sub-groups", async () => {
  const { organisationId } = await makeOrganisation()
  const other = await makeOrganisation()
  const stranger = managerOf(other.organisationId)
  const subGroupId = await addSubGroup({
    actor: managerOf(organisationId),
    organisationId,
    ...therapists,
  })
  const forbidden = { code: 'forbidden' }
  await expect(listSubGroups(stranger, organisationId)).rejects.toMatchObject(forbidden)
  const added = addSubGroup({ actor: stranger, organisationId, ...therapists })
  await expect(added).rejects.toMatchObject(forbidden)
  const ended = endSubGroup({ actor: stranger, organisationId, subGroupId })
  await expect(ended).rejects.toMatchObject(forbidden)
  const change = { name: 'Andra', ssykCode: null }
  const changed = changeSubGroup({ actor: stranger, organisationId, subGroupId, ...change })
  await expect(changed).rejects.toMatchObject(forbidden)
  const elsewhere = { actor: stranger, organisationId: other.organisationId, subGroupId }
  const missing = { code: 'not-found' }
  await expect(changeSubGroup({ ...elsewhere, ...change })).rejects.toMatchObject(missing)
  await expect(readSubGroup(stranger, elsewhere)).rejects.toMatchObject(missing)
  await expect(endSubGroup(elsewhere)).rejects.toMatchObject({ code: 'not-found' })
})

test('a trainer of the county may keep sub-groups, too', async () => {
  const { organisationId } = await makeOrganisation()
  const actor = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  await addSubGroup({ actor, organisationId, ...therapists, ssykCode: null })
  expect((await listSubGroups(actor, organisationId)).subGroups[0]?.ssykCode).toBeNull()
})
