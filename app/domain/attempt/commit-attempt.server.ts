import { now } from '~/kernel/clock.ts'
import { dayOf } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { AttemptProgress, CommitAnswer, CommitMessage } from '~/kernel/player-protocol.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import { writeCommit, writeCompletingCommit, type CommitToWrite } from './commit.db.server.ts'
import { forgetGround, recallGround, rememberGround } from './commit-cache.server.ts'
import { readCommitGround, type CommitGround } from './commit-ground.server.ts'
import { notBegun } from './commit-rules.ts'
import type { Launch } from './launch-token.server.ts'
import { entryOf } from './trail-entry.ts'
import { applyEntry, knownElements, type AttemptFacts, type AttemptHeld } from './trail.ts'

/** Each try loses to another commit of the same attempt, of which there are few. */
const mostTries = 5

interface CommitAttempt {
  launch: Launch
  /** In the order of their sequence. */
  commits: readonly CommitMessage[]
  /** What they were sent as, together. */
  bytes?: number
}

/**
 * Saves what content has changed: each commit is one transaction, taken once by (attempt, sequence)
 * and only in order. Stops at the first that cannot be taken and names why; those before it are held.
 * Elements that content may not set, or not to that, are left out and noted.
 */
export async function commitAttempt({
  launch,
  commits,
  bytes,
}: CommitAttempt): Promise<CommitAnswer> {
  let answer: CommitAnswer = { outcome: 'malformed' }
  for (const commit of commits) {
    const alone = commits.length === 1 ? bytes : undefined
    answer = await takeCommit(launch, commit, alone ?? Buffer.byteLength(JSON.stringify(commit)))
    if (answer.outcome !== 'held') break
  }
  return answer
}

async function takeCommit(
  launch: Launch,
  commit: CommitMessage,
  bytes: number,
): Promise<CommitAnswer> {
  for (let tries = 0; tries < mostTries; tries++) {
    const remembered = tries === 0 ? recallGround(launch, commit) : undefined
    const ground = remembered ?? (await readCommitGround(launch.attemptId, commit))
    invariant(ground, 'a launch token names an attempt that exists')
    const refused = refusalOf(ground, launch, commit)
    if (refused) return refused
    const decided = decide(ground, launch, commit, bytes)
    if ('outcome' in decided) return decided
    if (await save(ground, decided)) {
      const { held } = decided
      if (launch.purpose === 'play') remember(launch.attemptId, commit, { ...ground, held })
      const progress = progressOf(ground.facts, held)
      return { outcome: 'held', sequence: commit.sequence, progress }
    }
    forgetGround(launch.attemptId)
  }
  throw new Error('Broken assumption: commits of one attempt let each other through')
}

/** Who has left the only item comes back by another launch, and that reads: nothing is kept for nobody. */
function remember(attemptId: string, { final }: CommitMessage, ground: CommitGround): void {
  const hasLeft = final && ground.facts.items.length === 1
  if (hasLeft) forgetGround(attemptId)
  else rememberGround(attemptId, ground)
}

/** Why the commit is not to be written: held already, from a launch that has been overtaken, or out of order. */
function refusalOf(
  ground: CommitGround,
  launch: Launch,
  commit: CommitMessage,
): CommitAnswer | undefined {
  const { facts, held, heldBy, writer } = ground
  if (heldBy === launch.writer) {
    return { outcome: 'held', sequence: commit.sequence, progress: progressOf(facts, held) }
  }
  if (launch.purpose === 'play' && writer !== launch.writer) return { outcome: 'stale-writer' }
  const expected = held.sequence + 1
  return commit.sequence === expected ? undefined : { outcome: 'gap', expected }
}

interface Decided {
  write: CommitToWrite
  /** What the attempt holds when it is written. */
  held: AttemptHeld
  /** Whether this commit completes the attempt. */
  completes: boolean
}

function decide(
  { facts, held, strict }: CommitGround,
  { attemptId, writer, purpose }: Launch,
  sent: CommitMessage,
  bytes: number,
): Decided | CommitAnswer {
  const { refusalOf } = runtimeRules(facts.edition)
  const known = knownElements(held.items.get(sent.item))
  const received = { attemptId, writer, receivedAt: now(), bytes }
  const entry = entryOf(sent, received, { known, refusalOf, strict })
  const applied = entry === 'base-unknown' ? entry : applyEntry(facts, held, entry)
  if (entry === 'base-unknown' || applied === 'base-unknown') {
    return { outcome: 'base-unknown', sequence: sent.sequence }
  }
  if (applied === 'item-unknown') return { outcome: 'malformed' }
  const { hash, progress: attempt } = applied.held
  const completes = attempt.completion === 'completed' && held.progress.completion !== 'completed'
  const guard = purpose === 'flush' ? null : writer
  const write = { entry, guard, hash, item: applied.item, attempt }
  return { write, held: applied.held, completes }
}

/** One statement, also for the commit that completes the attempt. */
async function save(ground: CommitGround, { write, completes }: Decided): Promise<boolean> {
  if (!completes) return writeCommit(write)
  const { personId, moduleId, moduleVersionId } = ground
  const { receivedAt } = write.entry
  const completion = { personId, moduleId, moduleVersionId }
  return writeCompletingCommit(write, {
    ...completion,
    id: newId(),
    completedOn: dayOf(receivedAt),
  })
}

function progressOf(facts: AttemptFacts, { progress, items }: AttemptHeld): AttemptProgress {
  return {
    completion: progress.completion,
    success: progress.success,
    totalSeconds: progress.totalSeconds,
    items: Object.fromEntries(
      facts.items.map(({ identifier }) => {
        const { completion, success } = items.get(identifier) ?? notBegun
        return [identifier, { completion, success }]
      }),
    ),
  }
}
