import { usualRules } from '~/domain/catalogue/module-rule.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { dayOf } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import { moduleCompleted } from './attempt.events.ts'
import {
  insertCompletion,
  selectCommitGround,
  writeCommit,
  type CommitGround,
  type CommitToWrite,
} from './commit.db.server.ts'
import { applyCommit, standingOf, type Progress } from './commit-rules.ts'
import type { Launch } from './launch-token.server.ts'
import type { AttemptProgress, CommitAnswer, CommitMessage } from '~/kernel/player-protocol.ts'

/** Each try loses to another commit of the same attempt, of which there are few. */
const mostTries = 5

interface CommitAttempt {
  launch: Launch
  /** In the order of their sequence. */
  commits: readonly CommitMessage[]
}

/**
 * Saves what content has changed: each commit is one transaction, taken once by (attempt, sequence)
 * and only in order. Stops at the first that cannot be taken and names why; those before it are held.
 * Elements that content may not set, or not to that, are left out.
 */
export async function commitAttempt({ launch, commits }: CommitAttempt): Promise<CommitAnswer> {
  let answer: CommitAnswer = { outcome: 'malformed' }
  for (const commit of commits) {
    answer = await takeCommit(launch, commit)
    if (answer.outcome !== 'held') break
  }
  return answer
}

async function takeCommit(launch: Launch, commit: CommitMessage): Promise<CommitAnswer> {
  for (let tries = 0; tries < mostTries; tries++) {
    const ground = await selectCommitGround(launch.attemptId, commit)
    invariant(ground, 'a launch token names an attempt that exists')
    const refused = refusalOf(ground, launch, commit)
    if (refused) return refused
    const decided = decide(ground, launch, commit)
    if (!decided) return { outcome: 'malformed' }
    if (await save(ground, decided.write)) {
      return { outcome: 'held', sequence: commit.sequence, progress: decided.progress }
    }
  }
  throw new Error('Broken assumption: commits of one attempt let each other through')
}

/** Why the commit is not to be written: held already, from a launch that has been overtaken, or out of order. */
function refusalOf(
  ground: CommitGround,
  launch: Launch,
  commit: CommitMessage,
): CommitAnswer | undefined {
  if (ground.heldBy === launch.writer) {
    return { outcome: 'held', sequence: commit.sequence, progress: progressOf(ground) }
  }
  if (ground.writer !== launch.writer) return { outcome: 'stale-writer' }
  const expected = ground.lastSequence + 1
  return commit.sequence === expected ? undefined : { outcome: 'gap', expected }
}

/** Undefined when the package has no such item. */
function decide(ground: CommitGround, launch: Launch, sent: CommitMessage) {
  const { facts } = ground
  const item = ground.items.find(({ identifier }) => identifier === sent.item)
  if (!facts || !item) return undefined
  const rules = runtimeRules(ground.edition)
  const attemptRules = ground.rules ?? usualRules
  const held = (name: string) => sent.elements[name] ?? ground.elements[name]
  const settable = Object.entries(sent.elements).filter(
    ([name, value]) => !rules.refusalOf(name, value, { strict: false, held }),
  )
  const commit = { ...sent, elements: Object.fromEntries(settable) }
  const before = {
    progress: item,
    elements: ground.elements,
    lastSession: ground.lastSession,
    sessionTime: ground.sessionTime ?? undefined,
  }
  const applied = applyCommit(facts, before, commit, rules, attemptRules)
  const items = ground.items.map((other) =>
    other === item ? { ...other, ...applied.progress } : other,
  )
  const attempt = standingOf(items, ground.completion, attemptRules)
  const receivedAt = now()
  const completes = attempt.completion === 'completed' && ground.completion !== 'completed'
  const write: CommitToWrite = {
    attemptId: launch.attemptId,
    writer: launch.writer,
    receivedAt,
    commit,
    item: applied,
    attempt,
    completedAt: completes ? receivedAt : null,
  }
  return { write, progress: shown(attempt, items) }
}

/** Most commits are one statement by themselves; the one that completes writes more in its transaction. */
async function save(ground: CommitGround, write: CommitToWrite): Promise<boolean> {
  const { attemptId, completedAt } = write
  if (!completedAt) return writeCommit(write)
  return inTransaction(systemActor, async (tx) => {
    if (!(await writeCommit(write, tx))) return false
    const { personId, moduleId, moduleVersionId } = ground
    const completion = { id: newId(), personId, moduleId, moduleVersionId, attemptId, completedAt }
    const { scoreScaled } = write.attempt
    const isFirst = await insertCompletion(tx, {
      ...completion,
      completedOn: dayOf(completedAt),
      scoreScaled,
    })
    if (isFirst) await emit(tx, moduleCompleted(completion))
    return true
  })
}

function progressOf(ground: CommitGround): AttemptProgress {
  const { items, completion, rules } = ground
  return shown(standingOf(items, completion, rules ?? usualRules), items)
}

function shown(
  { completion, success }: Progress,
  items: readonly (Progress & { identifier: string })[],
): AttemptProgress {
  return {
    completion,
    success,
    items: Object.fromEntries(
      items.map((item) => [
        item.identifier,
        { completion: item.completion, success: item.success },
      ]),
    ),
  }
}
