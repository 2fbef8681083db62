import { singleton } from '~/platform/singleton.server.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import type { CommitGround } from './commit-ground.server.ts'
import type { Launch } from './launch-token.server.ts'

const mostAttempts = 2_000
const mostBytes = 64 * 1_048_576
/** One that would drive many others out is read anew each time. */
const mostBytesOfOne = mostBytes / 8

interface Remembered {
  ground: CommitGround
  bytes: number
}

interface CommitCache {
  /** The one used last stands last. */
  byAttempt: Map<string, Remembered>
  bytes: number
}

const cache = singleton<CommitCache>('commit-cache', () => ({ byAttempt: new Map(), bytes: 0 }))

/**
 * What an attempt's latest commit left, so that the next needs no read; undefined where it has to be read.
 * Writing is guarded by writer and sequence, so what is remembered may be out of date: then nothing is
 * written, and the database is asked.
 */
export function recallGround(launch: Launch, commit: CommitMessage): CommitGround | undefined {
  const remembered = cache.byAttempt.get(launch.attemptId)
  if (!remembered || launch.purpose !== 'play') return undefined
  const { ground } = remembered
  const { held, writer } = ground
  if (writer !== launch.writer || held.sequence !== commit.sequence - 1) return undefined
  return isEnough(ground, commit) ? ground : undefined
}

/** Whether the commit's item and session are among what has been read. */
function isEnough({ facts, held }: CommitGround, { item, session, elements }: CommitMessage) {
  const begun = held.items.get(item)
  const { sessionTime } = runtimeRules(facts.edition)
  const isTimed = !(sessionTime in elements) || held.sessions.has(session)
  return isTimed && (!begun || begun.elements !== null)
}

/** Remembers what an attempt holds after a commit of the launch that plays it. */
export function rememberGround(attemptId: string, ground: CommitGround): void {
  forgetGround(attemptId)
  const bytes = bytesOf(ground)
  if (bytes > mostBytesOfOne) return
  cache.byAttempt.set(attemptId, { ground, bytes })
  cache.bytes += bytes
  for (const oldest of cache.byAttempt.keys()) {
    if (cache.byAttempt.size <= mostAttempts && cache.bytes <= mostBytes) break
    forgetGround(oldest)
  }
}

/** Forgets an attempt: the next commit reads. */
export function forgetGround(attemptId: string): void {
  cache.bytes -= cache.byAttempt.get(attemptId)?.bytes ?? 0
  cache.byAttempt.delete(attemptId)
}

/** What is remembered now, to be held against its bounds. */
export function sizeOfCache(): { attempts: number; bytes: number } {
  return { attempts: cache.byAttempt.size, bytes: cache.bytes }
}

/** What objects and strings take beside their characters, roughly. */
const overhead = 100

function bytesOf({ facts, held }: CommitGround): number {
  let sum = (facts.items.length + held.items.size + held.sessions.size) * 3 * overhead
  for (const { elements } of held.items.values()) {
    // Two bytes for each character: what is all Latin-1 takes half of that.
    for (const name in elements) sum += 2 * (name.length + elements[name]!.length) + overhead
  }
  return sum
}
