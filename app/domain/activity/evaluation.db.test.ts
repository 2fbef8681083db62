import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity } from '../../../tests/factories/activity.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readActivity } from './activity.server.ts'
import {
  answerEvaluation,
  forgetDevices,
  readEvaluation,
  readEvaluationFigures,
  readEvaluationResults,
} from './evaluation.server.ts'

useDatabase()

const today: Day = '2026-11-21'
const at = (day: Day) => holdClock(new Date(`${day}T09:00:00Z`))

let organiserId: string
let trainer: PersonActor

beforeAll(async () => {
  at(today)
  organiserId = (await makeOrganisation()).organisationId
  trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
})
afterAll(() => holdClock(undefined))

const visitor = (device: string | null) => ({ actor: null, device, ip: '10.0.0.1' })

async function answers(code: string, many: number, before = 2, after = 4): Promise<void> {
  for (let one = 0; one < many; one++) {
    await answerEvaluation(code, visitor(randomUUID()), { id: randomUUID(), before, after })
  }
}

const resultsOf = async (activityId: string) =>
  readEvaluationResults(await readActivity(trainer, activityId))

test('five answers are shown when no more are taken, and never before', async () => {
  const { activityId, sessionId, code } = await makeActivity({ organiserId })
  await answers(code, 5)
  const one = { sessionId, answers: 5 }
  expect(await resultsOf(activityId)).toEqual({
    ...{ sessions: [{ ...one, isOpen: true, shown: null }], whole: null },
  })
  at(addDays(today, 1))
  await answers(code, 1, 5, 5)
  expect((await resultsOf(activityId)).whole).toBeNull()
  at(addDays(today, 2))
  await expect(answers(code, 1)).rejects.toThrow('check-in.code-unknown')
  expect((await resultsOf(activityId)).whole).toEqual({ answers: 6, before: 2.5, after: 4.2 })
  at(today)
})

test('a session that is moved to a later day takes no answers once what it got is shown', async () => {
  const { sessionId, code } = await makeActivity({ organiserId })
  await answers(code, 5)
  const heldOn = new Date(`${addDays(today, 2)}T00:00:00Z`)
  await prisma().activitySession.update({ where: { id: sessionId }, data: { heldOn } })
  at(addDays(today, 2))
  await expect(answers(code, 1)).rejects.toThrow('evaluation.closed')
  at(today)
})

test('a device answers once, also in two tabs at a time, and is told so', async () => {
  const { code, sessionId } = await makeActivity({ organiserId })
  const device = randomUUID()
  const answer = { id: randomUUID(), before: 1, after: 5 }
  await Promise.all([1, 2].map(() => answerEvaluation(code, visitor(device), answer)))
  expect(await prisma().evaluation.count({ where: { sessionId } })).toBe(1)
  expect((await readEvaluation(code, visitor(device))).state).toBe('answered')
  expect((await readEvaluation(code, visitor(null))).state).toBe('open')
})

test('nobody answers before it has begun, or about what is cancelled', async () => {
  const later = await makeActivity({ organiserId, startsAt: 20 * 60, endsAt: 21 * 60 })
  expect((await readEvaluation(later.code, visitor(null))).state).toBe('early')
  await expect(answers(later.code, 1)).rejects.toThrow('evaluation.closed')
  const off = await makeActivity({ organiserId, status: 'cancelled' })
  await expect(answers(off.code, 1)).rejects.toThrow('evaluation.closed')
})

test('an answer and its device share nothing, and the device is forgotten', async () => {
  const { code, sessionId } = await makeActivity({ organiserId })
  await answers(code, 1)
  const [answer] = await prisma().evaluation.findMany({ where: { sessionId } })
  const [device] = await prisma().evaluationDevice.findMany({ where: { sessionId } })
  const ofDevice: unknown[] = Object.values(device!)
  const shared = Object.values(answer!).filter((value) => ofDevice.includes(value))
  expect(shared).toEqual([sessionId])
  // Version 4: drawn, with no moment in it.
  expect(answer!.id[14]).toBe('4')
  at(addDays(today, 8))
  await forgetDevices()
  expect(await prisma().evaluationDevice.count({ where: { sessionId } })).toBe(0)
  expect(await prisma().evaluation.count({ where: { sessionId } })).toBe(1)
  at(today)
})

test('figures hold sessions that are shown by themselves, of activities that were held, within reach', async () => {
  const status = 'held' as const
  const type = 'study-visit' as const
  const six = await makeActivity({ organiserId, status, type })
  const four = await makeActivity({ organiserId, status, type })
  const planned = await makeActivity({ organiserId, type })
  const elsewhere = await makeActivity({ organiserId, status, type, countyCode: '06' })
  await answers(six.code, 6, 1, 3)
  await answers(four.code, 4, 5, 5)
  await answers(planned.code, 5, 5, 5)
  await answers(elsewhere.code, 5, 5, 5)
  at(addDays(today, 2))
  const period = { from: today, to: today }
  const own = { actor: trainer, countyCode: '21', ...period }
  const shown = { answers: 6, before: 1, after: 3 }
  expect(await readEvaluationFigures(own)).toEqual({ types: [{ type, ...shown }], total: shown })
  const nation = await makeActor('coordinator', { kind: 'nation', ref: '' })
  expect((await readEvaluationFigures({ actor: nation, ...period })).total?.answers).toBe(11)
  await expect(readEvaluationFigures({ ...own, countyCode: '06' })).rejects.toThrow('forbidden')
  at(today)
})
