import { usualRules } from '~/domain/catalogue/module-rule.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import { selectCommitGround, type CommitGroundRow } from './commit.db.server.ts'
import { restoredElements } from './element-text.ts'
import type { AttemptFacts, AttemptHeld, ItemHeld } from './trail.ts'

/** All that decides over a commit. */
export interface CommitGround {
  personId: string
  moduleId: string
  moduleVersionId: string
  writer: string | null
  /** Who sent the commit that has this sequence, where there is one. */
  heldBy: string | null
  /** Whether the package keeps to the standard's own lengths. */
  strict: boolean
  facts: AttemptFacts
  /** Of the elements, those of the commit's item; of the sessions, the commit's. */
  held: AttemptHeld
}

/** Undefined where there is no such attempt. */
export async function readCommitGround(
  attemptId: string,
  commit: CommitMessage,
): Promise<CommitGround | undefined> {
  const row = await selectCommitGround(attemptId, commit)
  return row && groundOf(row, commit)
}

function groundOf(row: CommitGroundRow, commit: CommitMessage): CommitGround {
  const { personId, moduleId, moduleVersionId, writer, heldBy, strict, edition, items } = row
  const facts = { edition, rules: row.rules ?? usualRules, items }
  const held = heldOf(row, commit)
  return { personId, moduleId, moduleVersionId, writer, heldBy, strict, facts, held }
}

function heldOf(row: CommitGroundRow, { item, session }: CommitMessage): AttemptHeld {
  const begun = row.begun.map(({ identifier, ...progress }): [string, ItemHeld] => {
    const unread = { ...progress, elements: null, session: null, isEnded: false }
    const { latest } = row
    const read = {
      ...progress,
      elements: restoredElements(row.elements),
      session: latest?.session ?? null,
      isEnded: latest?.final ?? false,
    }
    return [identifier, identifier === item ? read : unread]
  })
  const { lastSequence, trailHash, lastItem, progress, sessionTime } = row
  return {
    sequence: lastSequence,
    hash: trailHash,
    lastItem,
    progress,
    items: new Map(begun),
    sessions: new Map(sessionTime === null ? [] : [[session, sessionTime]]),
  }
}
