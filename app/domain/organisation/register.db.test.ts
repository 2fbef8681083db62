import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { actorWith, makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { editOrganisation } from './edit-organisation.server.ts'
import { declareGrid, readHeadcountHistory, readHeadcounts } from './headcount.server.ts'
import { findDuplicates } from './likely-duplicate.server.ts'
import type { OrganisationState } from './organisation.ts'
import { listRegister } from './register-list.server.ts'
import { registerShape } from './register-list.ts'
import { readOrganisationTree } from './register.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-22T09:00:00Z')))
afterAll(() => holdClock(undefined))

const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })

const centre: OrganisationState = {
  kind: 'resource-centre',
  organisationNumber: null,
  carrierId: null,
  phase: 'build',
  projectYearFrom: '2026-10-01',
}

test('a resource centre changes its catchment and phase from a day, and keeps what it was before', async () => {
  const { organisationId } = await makeOrganisation({
    kind: 'resource-centre',
    name: 'Resurscentrum',
    catchment: ['2180', '2181'],
  })
  const told = { actor: trainer, organisationId, name: 'Resurscentrum', state: centre }
  await editOrganisation({ ...told, catchment: ['2180', '0580'], day: '2026-10-01' })
  const on = async (day: string) => {
    const { state } = await readOrganisationTree(trainer, organisationId, day)
    return [state?.phase, ...(state?.catchment.map(({ municipalityCode: code }) => code) ?? [])]
  }
  expect(await on('2026-09-30')).toEqual([null, '2180', '2181'])
  expect(await on('2026-10-01')).toEqual(['build', '0580', '2180'])
  const again = editOrganisation({ ...told, catchment: ['2180', '0580'], day: '2026-11-01' })
  await expect(again).rejects.toMatchObject({ code: 'organisation.nothing' })
  const before = editOrganisation({ ...told, catchment: [], day: '2026-09-01' })
  await expect(before).rejects.toMatchObject({ code: 'organisation.later-change' })
  const tooEarly = editOrganisation({ ...told, catchment: [], day: '2025-12-31' })
  await expect(tooEarly).rejects.toMatchObject({ code: 'register.day-too-early' })
  const school = { ...centre, kind: 'private-provider' as const }
  const wrong = editOrganisation({ ...told, state: school, catchment: [], day: '2026-11-01' })
  await expect(wrong).rejects.toMatchObject({ code: 'organisation.phase-not-centre' })
})

test('a likely duplicate is found by name in the county, and the register lists what is within reach', async () => {
  const { organisationId } = await makeOrganisation({
    name: 'Stiftelsen Ljuset',
    kind: 'civil-society',
  })
  await makeOrganisation({ name: 'Ljuset', countyCode: '06', municipalityCode: '0680' })
  const asked = { actor: trainer, name: 'ljuset ', organisationNumber: '', place: '2180' }
  expect(await findDuplicates(asked)).toMatchObject([{ id: organisationId, mayRead: true }])
  const query = listQueryOf('?search=ljuset', registerShape)
  const { organisations } = await listRegister(trainer, query)
  expect(organisations.rows).toMatchObject([{ id: organisationId, state: 'open', units: 0 }])
})

test('a likely duplicate is found by number alone anywhere, by name alone in the own area, and is never itself', async () => {
  const number = '556016-0680'
  const there = { countyCode: '06', municipalityCode: '0680', kind: 'private-provider' } as const
  const { organisationId: far } = await makeOrganisation({
    ...there,
    name: 'Vårdkedjan',
    organisationNumber: number,
  })
  await makeOrganisation({ ...there, name: 'Granen omsorg' })
  const near = await makeOrganisation({ name: 'Granen omsorg', kind: 'private-provider' })
  const asked = { actor: trainer, name: '', organisationNumber: '5560160680', place: '' }
  expect(await findDuplicates(asked)).toMatchObject([
    { id: far, name: 'Vårdkedjan', countyName: 'Jönköpings län', mayRead: false },
  ])
  expect(await findDuplicates({ ...asked, exceptId: far })).toEqual([])
  const byName = { ...asked, name: 'granen omsorg ab', organisationNumber: '' }
  expect(await findDuplicates(byName)).toMatchObject([{ id: near.organisationId, mayRead: true }])
  const coordinator = actorWith({ role: 'coordinator', scope: { kind: 'nation' } })
  expect(await findDuplicates({ ...byName, actor: coordinator })).toHaveLength(2)
})

test('a grid writes what is changed, or all of it when that is confirmed, and a year later asks again', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const unitId = await makeUnit(rootUnitId)
  const cell = { unitId, professionGroup: 'school', headcount: 12 } as const
  const told = { actor: trainer, organisationId, source: 'own', confirmsAll: false } as const
  expect(await declareGrid({ ...told, cells: [cell], asOf: '2025-11-21' })).toBe(1)
  expect((await readHeadcounts(systemActor, organisationId)).old).toBe(1)
  const unchanged = declareGrid({ ...told, cells: [cell], asOf: '2026-11-22' })
  await expect(unchanged).rejects.toMatchObject({ code: 'headcount.nothing' })
  const confirmed = { ...told, confirmsAll: true, cells: [cell], asOf: '2026-11-22' }
  expect(await declareGrid(confirmed)).toBe(1)
  expect((await readHeadcounts(systemActor, organisationId)).old).toBe(0)
  const history = await readHeadcountHistory(trainer, organisationId, unitId)
  expect(history.map(({ asOf }) => asOf)).toEqual(['2026-11-22', '2025-11-21'])
  const other = await makeOrganisation()
  const foreign = { ...confirmed, organisationId: other.organisationId }
  await expect(declareGrid(foreign)).rejects.toMatchObject({ code: 'not-found' })
})
