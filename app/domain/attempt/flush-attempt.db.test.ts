import { expect, test } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { verifyLaunch, type Launch } from './launch-token.server.ts'
import { openAttempt, reopenAttempt } from './open-attempt.server.ts'
import { readFlush } from './read-flush.server.ts'

useDatabase()

const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const flushing = (launch: Launch): Launch => ({ ...launch, writer: newId(), purpose: 'flush' })
const ask = { item: null, unsent: [] }

async function begun() {
  const { personId } = await makePerson()
  return makeAttempt(personId, await makeModule())
}

const writerOf = async (attemptId: string) =>
  (await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })).writer

test('what an earlier launch has left is added, and whoever plays goes on playing', async () => {
  const { launch, attemptId } = await begun()
  await commitAll(launch, commitOf(1, at('1')))
  const flush = flushing(launch)
  const state = await openAttempt(flush, ask)
  expect(state).toMatchObject({ lastSequence: 1, writer: flush.writer })
  expect(await writerOf(attemptId)).toBe(launch.writer)
  const left = commitOf(2, at('left'), { session: 's0', source: 'replayed' })
  expect(await commitAll(flush, left, left)).toMatchObject({ outcome: 'held', sequence: 2 })
  expect(await writerOf(attemptId)).toBe(launch.writer)
  // The one who plays is told by name that something has come in between, and numbers anew.
  expect(await commitAll(launch, commitOf(2, at('2')))).toEqual({ outcome: 'gap', expected: 3 })
  expect(await commitAll(launch, commitOf(3, at('2')))).toMatchObject({ outcome: 'held' })
  expect(await commitAll(flush, commitOf(3, at('x')))).toEqual({ outcome: 'gap', expected: 4 })
})

test('a launch that asks again gets its state, and takes nothing back once it has been overtaken', async () => {
  const { launch, attemptId } = await begun()
  expect(await reopenAttempt(launch, ask)).toMatchObject({ outcome: 'state' })
  const later = await makeLaunch(attemptId, launch.hostLabel)
  expect(await reopenAttempt(launch, ask)).toEqual({ outcome: 'stale-writer' })
  expect(await writerOf(attemptId)).toBe(later.writer)
  expect(await reopenAttempt(flushing(launch), ask)).toMatchObject({ outcome: 'state' })
})

test('a page gets tokens that flush its reader’s own attempts, and nobody else’s', async () => {
  const { registrationId, personId, attemptId, launch } = await begun()
  const actor = await actingAs(personId)
  const { attempts, contentOrigin, flushUrl } = await readFlush({ actor, registrationId })
  expect(attempts.map((attempt) => attempt.attemptId)).toEqual([attemptId])
  const allowed = verifyLaunch(
    attempts[0]!.token,
    launch.hostLabel,
    process.env.SECRET!,
    new Date(),
  )
  expect(allowed).toMatchObject({ attemptId, purpose: 'flush' })
  expect(flushUrl).toBe(`${contentOrigin}/_samsyn/flush`)
  expect(new URL(contentOrigin).hostname).toContain(launch.hostLabel)
  const other = await actingAs((await makePerson()).personId)
  await expect(readFlush({ actor: other, registrationId })).rejects.toMatchObject({
    code: 'forbidden',
  })
  for (const nothing of [newId(), 'x', undefined]) {
    await expect(readFlush({ actor, registrationId: nothing })).rejects.toMatchObject({
      code: 'not-found',
    })
  }
})
