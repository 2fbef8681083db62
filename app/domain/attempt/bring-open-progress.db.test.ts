import { expect, test } from 'vitest'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { commitOf } from '../../../tests/factories/attempt.ts'
import { makeModule, makeOpenModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { bringOpenProgress, readOpenProgressOffer } from './bring-open-progress.server.ts'
import { commitAttempt } from './commit-attempt.server.ts'
import { selectAttemptToFill } from './open-progress.db.server.ts'
import { bringOpenProgressSchema, type OpenProgress } from './open-progress.schema.ts'
import { startAttempt } from './start-attempt.server.ts'
import { verifyAttempts } from './verify-attempts.server.ts'

useDatabase()

const progress: OpenProgress = { v: 1, a: 'sida-2', p: ['sida-1', 'sida-2'], q: { fraga: '1b' } }
const someone = async () => actingAs((await makePerson()).personId)

const heldBy = async (personId: string) =>
  rows<{
    number: number
    sequence: number
    completion: string
    elements: Record<string, unknown>
  }>(sql`
    select attempt.number, attempt.last_sequence as sequence, state.completion, state.elements
      from registration
      join attempt on attempt.registration_id = registration.id
      left join item_state state on state.attempt_id = attempt.id
     where registration.person_id = ${personId}::uuid`)

test.each([
  ['1.2', 'cmi.core.lesson_location'],
  ['2004 4th', 'cmi.location'],
] as const)(
  'what was done without signing in is the first commit of the first attempt, in %s',
  async (edition, bookmark) => {
    const actor = await someone()
    const { moduleId } = await makeOpenModule({ edition })
    expect(await readOpenProgressOffer(actor, moduleId)).toMatchObject({ mayBring: true })
    await bringOpenProgress({ actor, moduleId, progress })
    const [held, ...more] = await heldBy(actor.personId)
    expect(more).toEqual([])
    expect(held).toMatchObject({ number: 1, sequence: 1, completion: 'incomplete' })
    expect(held!.elements).toMatchObject({ [bookmark]: 'sida-2' })
    expect(JSON.parse(held!.elements['cmi.suspend_data'] as string)).toEqual(progress)
    expect(await readOpenProgressOffer(actor, moduleId)).toMatchObject({ mayBring: false })
  },
)

test('a registration in which nothing has been done is filled', async () => {
  const actor = await someone()
  const { moduleId, slug } = await makeOpenModule()
  const registrationId = await startAttempt({ actor, moduleSlug: slug })
  expect(await bringOpenProgress({ actor, moduleId, progress })).toBe(registrationId)
  expect(await heldBy(actor.personId)).toMatchObject([{ sequence: 1 }])
})

test('who has done something in the module keeps that, and is told so', async () => {
  const actor = await someone()
  const { moduleId, slug } = await makeOpenModule()
  const { attemptId, hostLabel, item } = (await selectAttemptToFill(
    await startAttempt({ actor, moduleSlug: slug }),
  ))!
  const launch = { attemptId, hostLabel, writer: 'w', purpose: 'flush' } as const
  const own = { ...commitOf(1, { 'cmi.suspend_data': 'eget' }), item }
  expect(await commitAttempt({ launch, commits: [own] })).toMatchObject({ outcome: 'held' })
  await expect(bringOpenProgress({ actor, moduleId, progress })).rejects.toThrow('open.begun')
  expect(await heldBy(actor.personId)).toMatchObject([
    { sequence: 1, elements: { 'cmi.suspend_data': 'eget' } },
  ])
})

test('to bring it twice is to bring it once', async () => {
  const actor = await someone()
  const { moduleId } = await makeOpenModule()
  const both = await Promise.allSettled([
    bringOpenProgress({ actor, moduleId, progress }),
    bringOpenProgress({ actor, moduleId, progress }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await heldBy(actor.personId)).toMatchObject([{ number: 1, sequence: 1 }])
})

test('a knowledge test and a module that is not open begin with nothing', async () => {
  const actor = await someone()
  const { moduleId } = await makeOpenModule()
  await prisma().module.update({ where: { id: moduleId }, data: { kind: 'test' } })
  expect(await readOpenProgressOffer(actor, moduleId)).toMatchObject({ mayBring: false })
  await expect(bringOpenProgress({ actor, moduleId, progress })).rejects.toThrow('open.test')
  const closed = await makeModule()
  await expect(bringOpenProgress({ actor, moduleId: closed.moduleId, progress })).rejects.toThrow(
    'not-found',
  )
  await expect(readOpenProgressOffer(actor, 'x')).rejects.toThrow('not-found')
  expect(await heldBy(actor.personId)).toEqual([])
})

test('only what a module keeps is taken, and nothing of a test', () => {
  const read = (value: unknown) =>
    bringOpenProgressSchema.safeParse({ progress: JSON.stringify(value) })
  const tested = { ...progress, t: { s: 1, d: [], a: {}, w: {} }, h: {}, g: 100, evil: 'x' }
  expect(read(tested)).toEqual({ success: true, data: { progress } })
  for (const wrong of [{}, [], null, { v: 2 }, { v: 1, p: [1] }, { v: 1, q: { a: 1 } }]) {
    expect(read(wrong).success, JSON.stringify(wrong)).toBe(false)
  }
  expect(read({ v: 1, p: Array<string>(200).fill('x'.repeat(199)) }).success).toBe(false)
  expect(bringOpenProgressSchema.safeParse({ progress: '{"v":1' }).success).toBe(false)
})

test('every attempt that was begun so holds what its trail comes to', async () => {
  expect(await verifyAttempts()).toMatchObject({ faultCount: 0 })
})
