import type { Language } from '~/i18n/format.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { atOnce, type GoesOn } from '~/platform/jobs.server.ts'
import { fastResultsOf, resultsOf } from './fast-results.ts'
import { interactionsAfter } from './interaction.ts'
import { idleDays, pagesOf, stopsOf } from './page-figures.ts'
import { staysAfter } from './page-stay.ts'
import {
  lockTrails,
  selectAsked,
  selectAttemptStays,
  selectCounted,
  selectFirstAnswers,
  selectGrownTrails,
  selectInteractions,
  selectPieces,
  selectReportedVersion,
  selectStays,
  selectStopped,
  selectTestAnswers,
  updateGathered,
  upsertInteractions,
  upsertStays,
  type AskedQuestion,
  type TrailPiece,
} from './quality.db.server.ts'
import {
  mostAttempts,
  type QualityFigures,
  type QualityReport,
  type ReportedQuestion,
} from './quality.ts'
import { fewestAttempts, questionsOf, type Question } from './question-figures.ts'

/** Short transactions: the embedded database has one connection. */
const trailsAtOnce = 50
const commitsAtOnce = 200

export interface Gathered {
  attempts: number
  commits: number
  /** Nothing is left: it was not ended halfway. */
  isAll: boolean
}

/**
 * Goes on through the trails that have grown since they were last gone through, and keeps the answers
 * and the stays that their commits tell of. Each commit counts once, also when two do this at a time or
 * commits come meanwhile; what a trail has lost since it was gathered stays gathered.
 * @param goesOn asked after each piece of the work
 */
export async function gatherQuality(goesOn: GoesOn = atOnce): Promise<Gathered> {
  const gathered: Gathered = { attempts: 0, commits: 0, isAll: false }
  let last: string | null = null
  for (;;) {
    const attemptIds: string[] = await selectGrownTrails(last, trailsAtOnce)
    if (attemptIds.length === 0) return { ...gathered, isAll: true }
    let isMore = true
    while (isMore) {
      const pieces = await inTransaction(systemActor, (tx) => gatherPieces(tx, attemptIds))
      const lengths = pieces.map(({ commits }) => commits.length)
      gathered.commits += lengths.reduce((sum, length) => sum + length, 0)
      isMore = lengths.some((length) => length === commitsAtOnce)
      if (!isMore) gathered.attempts += attemptIds.length
      if (!(await goesOn())) return gathered
    }
    last = attemptIds.at(-1)!
  }
}

async function gatherPieces(tx: Tx, attemptIds: readonly string[]): Promise<TrailPiece[]> {
  const trails = await lockTrails(tx, attemptIds)
  const pieces = await selectPieces(tx, trails, commitsAtOnce)
  const interactions = await selectInteractions(tx, attemptIds)
  const stays = await selectStays(tx, attemptIds)
  const of =
    (attemptId: string) =>
    ({ attemptId: other }: { attemptId: string }) =>
      other === attemptId
  await upsertInteractions(
    tx,
    pieces.flatMap(({ attemptId, commits }) =>
      interactionsAfter(interactions.filter(of(attemptId)), commits).map((changed) => ({
        ...changed,
        attemptId,
      })),
    ),
  )
  await upsertStays(
    tx,
    pieces.flatMap(({ attemptId, commits, lastSession }) =>
      staysAfter(stays.filter(of(attemptId)), commits, lastSession).map((changed) => ({
        ...changed,
        attemptId,
      })),
    ),
  )
  await updateGathered(
    tx,
    // Where nothing follows, a base has come in the place of commits that nobody had gathered.
    pieces.map(({ attemptId, commits, lastSequence }) => ({
      attemptId,
      sequence: commits.at(-1)?.sequence ?? lastSequence,
    })),
  )
  return pieces
}

/**
 * How a version works for those who take it. Nothing is told of fewer than five attempts.
 * @throws Refusal not-found
 */
export async function readQuality(
  versionId: string | undefined,
  language: Language,
): Promise<QualityReport> {
  const found = isId(versionId) && (await selectReportedVersion(versionId, language))
  if (!found) throw new Refusal('not-found')
  return { ...found, figures: await figuresOf(found) }
}

async function figuresOf({
  version,
  module: { readingSeconds },
  items,
}: Omit<QualityReport, 'figures'>): Promise<QualityFigures | null> {
  const { attempts, since, until } = await selectCounted(version.id, mostAttempts)
  if (attempts < fewestAttempts || !since || !until) return null
  const order = items.map(({ identifier }) => identifier)
  const idleSince = new Date(now().getTime() - idleDays * 86_400_000)
  const questions = questionsOf(await selectFirstAnswers(version.id, mostAttempts))
  return {
    attempts,
    since,
    until,
    questions: reported(questions, await selectAsked(version.id, mostAttempts), order),
    pages: pagesOf(await selectAttemptStays(version.id, mostAttempts), order),
    stops: stopsOf(await selectStopped(version.id, mostAttempts, idleSince)),
    fast:
      readingSeconds === null
        ? null
        : fastResultsOf(
            resultsOf(await selectTestAnswers(version.id, mostAttempts)),
            readingSeconds,
          ),
  }
}

/** Those that somebody has answered, in the order of items and then of content's numbers. */
function reported(
  questions: readonly Question[],
  asked: readonly AskedQuestion[],
  order: readonly string[],
): ReportedQuestion[] {
  const keyOf = ({ item, interactionId }: { item: string; interactionId: string }) =>
    JSON.stringify([item, interactionId])
  const answered = new Map(questions.map((question) => [keyOf(question), question]))
  const all = asked.flatMap((words) => {
    const question = answered.get(keyOf(words))
    return question ? [{ ...words, figures: question.figures }] : []
  })
  return all.sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item))
}
