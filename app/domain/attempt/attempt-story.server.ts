import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import {
  countStretches,
  selectAttemptsByCode,
  selectNotUnderstood,
  selectRefused,
  selectSessionTimes,
  selectStoryCompletion,
  selectStoryHead,
  selectStoryParts,
  selectStretches,
  type StoryHead,
  type StretchRow,
} from './attempt-story.db.server.ts'
import { storyOf, type AttemptStory, type StoryPart, type Stretch } from './attempt-story.ts'
import { longestSession } from './commit-rules.ts'
import { shortCodesRead } from '~/kernel/short-code.ts'

const stretchesAtOnce = 20

/**
 * Finds an attempt by what somebody has read aloud.
 * @returns its support code as it is written
 * @throws Refusal forbidden, attempt.no-such-code
 */
export async function findAttempt({
  actor,
  code,
}: {
  actor: Actor
  code: string
}): Promise<string> {
  requireMayTrace(actor)
  const found = await selectAttemptsByCode(shortCodesRead(code))
  if (found.length !== 1) throw new Refusal('attempt.no-such-code', {}, { field: 'code' })
  return found[0]!.supportCode
}

interface ReadAttemptStory {
  actor: Actor
  /** A support code, or the attempt's id. */
  named: string | undefined
  /** From 1; null, or one outside the story, shows its end. */
  page: number | null
}

/**
 * An attempt's story for who helps its learner: from what the trail says of each commit, never what
 * the content has saved. Every look is kept in the audit trail; the name is told only to those who may
 * find people by name.
 * @throws Refusal forbidden, not-found
 */
export async function readAttemptStory(asked: ReadAttemptStory): Promise<AttemptStory> {
  const { actor } = asked
  requireMayTrace(actor)
  const head = await findHead(asked.named ?? '')
  const { attemptId } = head.shown
  await inTransaction(actor, (tx) =>
    recordAudit(tx, actor, {
      action: 'attempt.looked-up',
      subjectId: head.personId,
      detail: { attemptId },
    }),
  )
  const parts = await selectStoryParts(attemptId)
  const total = await countStretches(attemptId)
  const pages = Math.max(1, Math.ceil(total / stretchesAtOnce))
  const page = asked.page && asked.page >= 1 ? Math.min(Math.trunc(asked.page), pages) : pages
  const chapters = await readChapters(head, parts, (page - 1) * stretchesAtOnce)
  const { shown, personId, givenName, familyName, base } = head
  return {
    ...shown,
    learner: may(actor, 'role:grant', {}) ? { personId, givenName, familyName } : null,
    parts,
    counted: await selectStoryCompletion(attemptId),
    chapters,
    page,
    pages,
    compacted: base && { commits: base.sequence, at: base.compactedAt },
    missing: head.lastSequence - head.commits - (base?.sequence ?? 0),
    notUnderstood: await selectNotUnderstood(attemptId),
  }
}

async function findHead(named: string): Promise<StoryHead> {
  const attemptId = isId(named)
    ? named
    : (await selectAttemptsByCode(shortCodesRead(named)))[0]?.attemptId
  const head = attemptId && (await selectStoryHead(attemptId))
  if (!head) throw new Refusal('not-found')
  return head
}

async function readChapters(
  { shown: { attemptId, edition }, base, completedAt }: StoryHead,
  parts: StoryPart[],
  offset: number,
) {
  // One more to begin with: what a stretch begins with depends on how the one before it ended.
  const isFromStart = offset === 0
  const found = await selectStretches(attemptId, {
    offset: isFromStart ? 0 : offset - 1,
    limit: isFromStart ? stretchesAtOnce : stretchesAtOnce + 1,
  })
  const stretches = await filled(attemptId, edition, found, parts)
  const { secondsOf } = runtimeRules(edition)
  return storyOf({
    stretches: isFromStart ? stretches : stretches.slice(1),
    before: isFromStart ? null : (stretches[0] ?? null),
    isFromStart: isFromStart && base === null,
    completedAt,
    secondsOf: (text) => {
      const seconds = secondsOf(text)
      return seconds === null ? null : Math.round(Math.min(seconds, longestSession))
    },
  })
}

/** The stretches with what stands beside their commits. */
async function filled(
  attemptId: string,
  edition: AttemptStory['edition'],
  found: StretchRow[],
  parts: StoryPart[],
): Promise<Stretch[]> {
  const refused = await selectRefused(attemptId, found)
  const times = await selectSessionTimes(attemptId, found, runtimeRules(edition).sessionTime)
  const titleOf = new Map(parts.map(({ identifier, title }) => [identifier, title]))
  return found.map((stretch, index) => ({
    ...stretch,
    parts: stretch.items.flatMap((identifier) => titleOf.get(identifier) ?? []),
    refused: of(index, refused),
    sessions: of(index, times),
  }))
}

/** Those that a stretch has. */
function of<Row extends { stretch: number }>(index: number, all: Row[]): Omit<Row, 'stretch'>[] {
  return all.filter((row) => row.stretch === index).map(({ stretch: _, ...row }) => row)
}

function requireMayTrace(actor: Actor): void {
  if (!may(actor, 'attempt:trace', {})) throw new Refusal('forbidden')
}
