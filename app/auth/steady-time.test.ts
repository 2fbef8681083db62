import { expect, test } from 'vitest'
import { Refusal } from '~/kernel/refusal.ts'
import { inSteadyTime } from './steady-time.server.ts'

async function timed(work: () => Promise<unknown>) {
  const begun = performance.now()
  const outcome = await inSteadyTime(work, 60).catch((error: unknown) => error)
  return { outcome, ms: performance.now() - begun }
}

test('quick work is answered no sooner than after the fixed time', async () => {
  const { outcome, ms } = await timed(async () => 'done')
  expect(outcome).toBe('done')
  expect(ms).toBeGreaterThanOrEqual(59)
})

test('a refusal takes as long, and still refuses', async () => {
  const { outcome, ms } = await timed(async () => {
    throw new Refusal('forbidden')
  })
  expect(outcome).toBeInstanceOf(Refusal)
  expect(ms).toBeGreaterThanOrEqual(59)
})
