import { setTimeout as wait } from 'node:timers/promises'

/** Longer than a handful of writes takes on a small server. */
const steadyMs = 250

/**
 * Does the work and answers no sooner than after a fixed time, also when it refuses: how long it
 * took does not tell which way it went.
 */
export async function inSteadyTime<Result>(
  work: () => Promise<Result>,
  milliseconds = steadyMs,
): Promise<Result> {
  const [done] = await Promise.allSettled([work(), wait(milliseconds)])
  if (done.status === 'rejected') throw done.reason
  return done.value
}
