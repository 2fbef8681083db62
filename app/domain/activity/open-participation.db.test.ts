import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNationalTable } from '~/domain/followup/followup.server.ts'
import {
  exportOpenParticipation,
  readOpenTable,
} from '~/domain/followup/open-participation-table.server.ts'
import { openCsv } from '~/exchange/exports/open-csv.ts'
import { holdClock } from '~/kernel/clock.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { makeModule, makeOpenModule } from '../../../tests/factories/catalogue.ts'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openParticipationSchema } from './open-participation.schema.ts'
import { readOpenCounts, stateOpenParticipation } from './open-participation.server.ts'

useDatabase()

const asOf = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const analyst = actorWith({ role: 'analyst', scope: { kind: 'nation' } })
const ip = (): string => randomUUID()

const state = (moduleSlug: string, fields: Record<string, string> = {}, from = ip()) =>
  stateOpenParticipation(
    { moduleSlug, ...openParticipationSchema.parse({ id: randomUUID(), ...fields }) },
    from,
  )

test('a statement holds the day, the county and the group, and nothing else of anybody', async () => {
  const { slug, moduleId, versionId } = await makeOpenModule()
  const id = randomUUID()
  await state(slug, { id, countyCode: '21', professionGroup: 'school' })
  expect(
    await rows(sql`select * from open_participation where module_id = ${moduleId}::uuid`),
  ).toEqual([
    {
      id,
      module_id: moduleId,
      module_version_id: versionId,
      stated_on: asOf,
      county_code: '21',
      profession_group: 'school',
    },
  ])
})

test('a form that is sent twice counts once, and what was said first stands', async () => {
  const { slug, moduleId } = await makeOpenModule()
  const id = randomUUID()
  await state(slug, { id, countyCode: '21' })
  await state(slug, { id, countyCode: '06' })
  expect(await readOpenCounts(asOf, { moduleId })).toMatchObject([{ countyCode: '21', count: 1 }])
})

test('nobody has to say anything', async () => {
  const { slug, moduleId } = await makeOpenModule()
  await state(slug, { countyCode: '', professionGroup: '' })
  await state(slug)
  const counts = await readOpenCounts(asOf, { moduleId })
  expect(counts).toMatchObject([{ countyCode: null, professionGroup: null, count: 2 }])
})

test('what is no county, no group, no id or no open module is refused', async () => {
  const { slug } = await makeOpenModule()
  await expect(state(slug, { countyCode: '99' })).rejects.toThrow('open.county-unknown')
  for (const wrong of [{ countyCode: 'x' }, { professionGroup: 'mixed' }, { id: 'x' }]) {
    const fields = { id: randomUUID(), ...wrong }
    expect(openParticipationSchema.safeParse(fields).success, JSON.stringify(wrong)).toBe(false)
  }
  await expect(state((await makeModule()).slug)).rejects.toThrow('not-found')
  await expect(state('ingen-modul')).rejects.toThrow('not-found')
})

test('one address can make sixty statements an hour, and its address is kept nowhere', async () => {
  const { slug, moduleId } = await makeOpenModule()
  const from = '203.0.113.7'
  for (let sent = 0; sent < 60; sent++) await state(slug, {}, from)
  await expect(state(slug, {}, from)).rejects.toThrow('rate.limited')
  await state(slug)
  expect(await readOpenCounts(asOf, { moduleId })).toMatchObject([{ count: 61 }])
  const kept = await rows<{ key: string }>(sql`select key from rate_limit`)
  expect(kept.filter(({ key }) => key.includes(from))).toEqual([])
})

test('the figures stand beside coverage and participation and move neither', async () => {
  const { slug, moduleId } = await makeOpenModule()
  const question = { actor: analyst, moduleId, asOf }
  const before = await readNationalTable(question)
  await state(slug, { countyCode: '21', professionGroup: 'school' })
  await state(slug, { countyCode: '21' })
  await state(slug, { countyCode: '06' })
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
  const file = openCsv(await exportOpenParticipation(analyst, asOf))
  expect(file).toContain(
    `21;Gävleborgs län;Förskola och skola;${(await titleOf(moduleId))!};${slug};1;${asOf};${asOf};${asOf};självrapporterat utan inloggning;${asOf}\r\n`,
  )
})

const titleOf = async (moduleId: string) =>
  (
    await rows<{ title: string }>(
      sql`select title_sv as title from module where id = ${moduleId}::uuid`,
    )
  )[0]?.title

test('they are for the nation’s readers, and of no day that has not come', async () => {
  const { moduleId } = await makeOpenModule()
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  const question = { actor: trainer, moduleId, asOf }
  await expect(readOpenTable(question)).rejects.toThrow('forbidden')
  await expect(exportOpenParticipation(trainer, asOf)).rejects.toThrow('forbidden')
  const ahead = { ...question, actor: analyst, asOf: '2026-11-22' }
  await expect(readOpenTable(ahead)).rejects.toThrow('followup.day-ahead')
})
