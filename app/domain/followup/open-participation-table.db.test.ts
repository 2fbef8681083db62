import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateOpenParticipation } from '~/domain/activity/open-participation.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { makeOpenModule } from '../../../tests/factories/catalogue.ts'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readNationalTable } from './followup.server.ts'
import { exportOpenParticipation, readOpenTable } from './open-participation-table.server.ts'

useDatabase()

const asOf = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const analyst = actorWith({ role: 'analyst', scope: { kind: 'nation' } })

const state = (moduleSlug: string, countyCode: string, professionGroup: 'school' | null = null) =>
  stateOpenParticipation(
    { moduleSlug, id: randomUUID(), countyCode, professionGroup },
    '203.0.113.9',
  )

test('the figures stand beside coverage and participation and move neither', async () => {
  const { slug, moduleId } = await makeOpenModule()
  const question = { actor: analyst, moduleId, asOf }
  const before = await readNationalTable(question)
  await state(slug, '21', 'school')
  await state(slug, '21')
  await state(slug, '06')
  expect(await readNationalTable(question)).toEqual(before)
  expect(await readOpenTable(question)).toMatchObject({
    total: 3,
    firstOn: asOf,
    counties: [
      { code: '21', name: 'Gävleborgs län', count: 2 },
      { code: '06', count: 1 },
    ],
  })
  expect(await readOpenTable({ ...question, countyCode: '06' })).toMatchObject({ total: 1 })
  expect(await readOpenTable({ ...question, asOf: '2026-11-20' })).toMatchObject({ total: 0 })
  const { rows } = await exportOpenParticipation(analyst, asOf)
  expect(rows.filter((row) => row.moduleId === moduleId)).toMatchObject([
    { countyCode: '06', professionGroup: null, count: 1, module: { slug } },
    { countyName: 'Gävleborgs län', professionGroup: 'school', count: 1 },
    { countyName: 'Gävleborgs län', professionGroup: null, count: 1, firstOn: asOf },
  ])
})

test('they are for the nation’s readers, and of no day that has not come', async () => {
  const { moduleId } = await makeOpenModule()
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  const question = { actor: trainer, moduleId, asOf }
  await expect(readOpenTable(question)).rejects.toThrow('forbidden')
  await expect(exportOpenParticipation(trainer, asOf)).rejects.toThrow('forbidden')
  const ahead = { ...question, actor: analyst, asOf: '2026-11-22' }
  await expect(readOpenTable(ahead)).rejects.toThrow('followup.day-ahead')
})
