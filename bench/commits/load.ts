// What the two load generators have in common: the same commits, in the same order, as fast as they go.
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import type { BenchAttempt } from './world.ts'

export interface LoadSettings {
  connections: number
  seconds: number
  /** Fresh ones; each gets ten commits, of which the last completes it. */
  attempts: BenchAttempt[]
}

export interface LoadResult {
  commits: number
  errors: number
  seconds: number
  /** Milliseconds of each commit that goes on, and of each that completes its attempt. */
  progress: number[]
  finals: number[]
}

/** How many attempts each connection has under way at once. */
const underWay = 10
export const commitsOfAttempt = 10

/** The nth commit of an attempt: 2 KB of changed elements; the tenth is final and completes it. */
export function commitNumber(sequence: number): CommitMessage {
  const final = sequence === commitsOfAttempt
  const pages = Array.from(
    { length: 96 },
    (_, page) => `p${page}:${page < sequence ? 1 : 0};seen=1;t=12`,
  )
  return {
    sequence,
    item: 'item-1',
    session: 'session-of-the-bench',
    elements: {
      'cmi.core.lesson_location': `sida-${sequence}`,
      'cmi.core.lesson_status': final ? 'passed' : 'incomplete',
      'cmi.core.score.raw': String(sequence * 9),
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.session_time': `00:0${sequence % 10}:30.00`,
      'cmi.core.exit': final ? '' : 'suspend',
      'cmi.suspend_data': pages.join('|').slice(0, 1_700),
    },
    final,
    source: 'live',
  }
}

/** Saves one commit over one connection; false where it is not held. */
export type Send = (attempt: BenchAttempt, sequence: number) => Promise<boolean>

/**
 * In which order a connection turns to its attempts: first each gets one commit more than the one before
 * it, so that from then on every tenth commit is final, and not all of them at a time.
 */
function placeOf(turn: number, open: number): number {
  return (turn < leads.length ? leads[turn]! : turn - leads.length) % open
}
const leads = Array.from({ length: underWay }, (_, place) =>
  Array<number>(place).fill(place),
).flat()

/** Sends over all connections until the time is over or every attempt has its ten commits. */
export async function load(settings: LoadSettings, senders: readonly Send[]): Promise<LoadResult> {
  const fresh = settings.attempts.values()
  const result: LoadResult = { commits: 0, errors: 0, seconds: 0, progress: [], finals: [] }
  const begun = performance.now()
  const end = begun + settings.seconds * 1_000
  await Promise.all(
    senders.map(async (send) => {
      const open = Array.from({ length: underWay }, () => fresh.next().value)
        .filter((attempt) => attempt !== undefined)
        .map((attempt) => ({ attempt, sequence: 0 }))
      for (let turn = 0; open.length > 0 && performance.now() < end; turn++) {
        const place = placeOf(turn, open.length)
        const one = open[place]!
        one.sequence++
        const sent = performance.now()
        if (await send(one.attempt, one.sequence)) result.commits++
        else result.errors++
        const took = performance.now() - sent
        const isFinal = one.sequence === commitsOfAttempt
        result[isFinal ? 'finals' : 'progress'].push(took)
        if (!isFinal) continue
        const next = fresh.next()
        if (next.done) open.splice(place, 1)
        else open[place] = { attempt: next.value, sequence: 0 }
      }
    }),
  )
  result.seconds = (performance.now() - begun) / 1_000
  return result
}
