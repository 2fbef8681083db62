import { usualRules } from '~/domain/catalogue/module-rule.ts'
import { restoredElements } from './element-text.ts'
import { heldOfBase, withWriters, type BaseState } from './trail-base.ts'
import { selectAttemptRows, selectTrailRows, type AttemptRow } from './trail.db.server.ts'
import { differenceOf, isWhole, type AttemptFault } from './trail-proof.ts'
import { nothingHeld, replayTrail, type AttemptHeld, type ItemHeld } from './trail.ts'

const attemptsAtOnce = 50
/** A commit may hold a mebibyte. */
const commitsAtOnce = 20
/** An attempt that is played meanwhile changes between two questions. */
const mostTries = 3
const mostTold = 100
/** Before every id. */
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** What came of proving attempts. */
export interface Verification {
  attempts: number
  commits: number
  /** Attempts with commits from before there were seals: only their state is proved. */
  unsealed: number
  faultCount: number
  /** The first hundred. */
  faults: AttemptFault[]
}

/**
 * Proves that what attempts hold is what their trails come to: replays every commit by the rules that the
 * attempt began with, holds each against its seal, and compares. Changes nothing; may run beside learners.
 * @param supportCode of one attempt; without it, all
 */
export async function verifyAttempts(supportCode: string | null = null): Promise<Verification> {
  const told: Verification = { attempts: 0, commits: 0, unsealed: 0, faultCount: 0, faults: [] }
  let after = beforeAll
  for (;;) {
    const batch = await selectAttemptRows(after, attemptsAtOnce, supportCode)
    for (const row of batch) {
      const proof = await proveUntilStill(row)
      told.attempts++
      told.commits += proof.commits
      if (proof.isUnsealed) told.unsealed++
      if (!proof.fault) continue
      told.faultCount++
      if (told.faults.length < mostTold) told.faults.push(proof.fault)
    }
    const last = batch.at(-1)
    if (!last) return told
    after = last.id
  }
}

/** The proof of one attempt by its support code; undefined where there is none. */
export async function proveAttempt(supportCode: string): Promise<Proof | undefined> {
  const [row] = await selectAttemptRows(beforeAll, 1, supportCode)
  return row && proveUntilStill(row)
}

export interface Proof {
  commits: number
  isUnsealed: boolean
  fault: AttemptFault | null
  /** What the whole trail came to, and who sent which commit. */
  held: AttemptHeld
  sent: Pick<BaseState, 'writers' | 'entries'>
}

async function proveUntilStill(row: AttemptRow): Promise<Proof> {
  let current: AttemptRow | undefined = row
  for (let tries = 1; ; tries++) {
    const proof: Proof = await prove(current)
    if (!proof.fault || tries === mostTries) return proof
    current = (await selectAttemptRows(beforeAll, 1, row.supportCode))[0] ?? current
  }
}

async function prove(row: AttemptRow): Promise<Proof> {
  const { id, supportCode, base, lastSequence, edition, facts: items } = row
  const facts = { edition, rules: row.rules ?? usualRules, items }
  let held = base ? heldOfBase(base) : nothingHeld
  const sent = { writers: base?.state.writers ?? [], entries: [...(base?.state.entries ?? [])] }
  const proof = { commits: base?.sequence ?? 0, isUnsealed: false }
  const failed = (found: Pick<AttemptFault, 'fault'> & Partial<AttemptFault>): Proof => ({
    ...proof,
    held,
    sent,
    fault: { attemptId: id, supportCode, sequence: null, item: null, ...found },
  })
  if (base && !isWhole(id, base)) return failed({ fault: 'base-broken' })
  for (;;) {
    const span = { after: held.sequence, upTo: lastSequence, limit: commitsAtOnce }
    const entries = await selectTrailRows(id, span)
    if (entries.length === 0) break
    const replayed = replayTrail(facts, held, entries)
    if ('fault' in replayed) return failed(replayed)
    held = replayed
    sent.writers = withWriters(sent.writers, entries)
    sent.entries.push(...entries.flatMap(({ entry }) => entry ?? []))
    proof.commits += entries.length
    if (entries.some(({ hash }) => hash === '')) proof.isUnsealed = true
  }
  const difference = differenceOf(stateOf(row), held)
  if (difference) return failed(difference)
  if (held.progress.completion === 'completed' && !row.isCounted) {
    return failed({ fault: 'completion-missing' })
  }
  return { ...proof, held, sent, fault: null }
}

/** What the database says that an attempt holds. */
function stateOf({ lastSequence, trailHash, lastItem, progress, states }: AttemptRow): AttemptHeld {
  const items = states.map(({ identifier, elements, ...of }): [string, ItemHeld] => [
    identifier,
    { ...of, elements: restoredElements(elements), session: null, isEnded: false },
  ])
  return {
    sequence: lastSequence,
    hash: trailHash,
    lastItem,
    progress,
    items: new Map(items),
    sessions: new Map(),
  }
}
