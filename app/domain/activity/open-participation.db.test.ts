import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { makeModule, makeOpenModule } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openParticipationSchema } from './open-participation.schema.ts'
import { readOpenCounts, stateOpenParticipation } from './open-participation.server.ts'

useDatabase()

const asOf = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

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
