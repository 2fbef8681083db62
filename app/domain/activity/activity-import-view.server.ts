import { withBringers, type Listed } from '~/domain/identity/bringer.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { applyEndsAt, isUnderWay, undoEndsAt } from '~/kernel/tried-file.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readWork, type WorkView } from '~/platform/long-work.server.ts'
import {
  activityHeadsToRemember,
  guessActivityColumns,
  type ActivityColumns,
} from './activity-columns.ts'
import {
  countActivityReasons,
  selectActivityImport,
  selectActivityImports,
  selectActivityRows,
  selectLastSaid,
  selectRefusedActivities,
  selectShownActivities,
} from './activity-import.db.server.ts'
import {
  auditFile,
  requireBringer,
  requireOwn,
  type ActivityImportAsked,
} from './activity-import.server.ts'
import type {
  ActivityFileSaid,
  ActivityImportRow,
  ActivityImportSummary,
  ShownActivityRow,
} from './activity-import.ts'
import type { ActivityReason } from './activity-row.ts'
import { readActivityChoices, type ActivityChoices } from './activity.server.ts'
import type { ActivityOutcome } from './judge-activities.ts'

const importsShown = 50
const rowsOnPage = 50
const samplesShown = 3

/**
 * The files of activities that somebody has brought, newest first.
 * @throws Refusal forbidden
 */
export async function listActivityImports(
  actor: PersonActor,
): Promise<Listed<ActivityImportSummary>[]> {
  requireBringer(actor)
  const found = await selectActivityImports(actor.personId, importsShown)
  return withBringers(found.map(summaryOf))
}

/** One file, as its page shows it. */
export interface ActivityImportView {
  import: ActivityImportSummary
  /** The work that is under way with it, or that failed last. */
  work: WorkView | null
  isUnderWay: boolean
  reasons: { reason: ActivityReason; count: number }[]
  /** Until when it can be applied, and until when undone; null where it cannot. */
  applyUntil: Date | null
  undoUntil: Date | null
}

/**
 * A file with what it gives, or has given.
 * @throws Refusal not-found, forbidden
 */
export async function readActivityImport(asked: ActivityImportAsked): Promise<ActivityImportView> {
  const found = await ownImport(asked)
  const [work, reasons] = await Promise.all([
    found.workId ? readWork(found.workId) : undefined,
    found.counts ? countActivityReasons(found.id) : [],
  ])
  const under = isUnderWay(found.status)
  return {
    import: summaryOf(found),
    work: work && (under || work.state === 'failed') ? work : null,
    isUnderWay: under,
    reasons,
    applyUntil: stillAhead(applyEndsAt(found)),
    undoUntil: stillAhead(undoEndsAt(found)),
  }
}

/** A page of a file's rows. */
export interface ActivityRowsPage {
  rows: ShownActivityRow[]
  page: number
  pages: number
}

/**
 * Rows of a tried file by what they give.
 * @param page from 1
 * @throws Refusal not-found, forbidden
 */
export async function listActivityRows(
  asked: ActivityImportAsked & { outcome: ActivityOutcome; page: number },
): Promise<ActivityRowsPage> {
  const { id, counts, said } = await ownImport(asked)
  const { outcome } = asked
  const pages = Math.max(1, Math.ceil((counts?.[outcome] ?? 0) / rowsOnPage))
  const page = Math.min(Math.max(1, asked.page), pages)
  const { title = -1, date = -1 } = said?.columns ?? {}
  const part = { after: (page - 1) * rowsOnPage, most: rowsOnPage }
  const columns = { title, date }
  const rows = await selectShownActivities({ importId: id, outcome, columns, ...part })
  return { rows, page, pages }
}

/** What a person is asked of a file before it is tried. */
export interface ActivityFileQuestions {
  import: ActivityImportSummary
  heads: string[]
  /** The first rows. */
  samples: string[][]
  said: ActivityFileSaid
  choices: ActivityChoices
}

/**
 * The questions about a file: which column is what, and what holds for rows that say nothing.
 * @throws Refusal not-found, forbidden
 */
export async function readActivityQuestions(
  asked: ActivityImportAsked,
): Promise<ActivityFileQuestions> {
  const found = await ownImport(asked)
  const [first, last, choices] = await Promise.all([
    selectActivityRows(found.id, samplesShown),
    selectLastSaid(asked.actor.personId),
    readActivityChoices(asked.actor),
  ])
  const said = found.said ?? {
    home: last?.said.home ?? null,
    organiserId: last?.said.organiserId ?? null,
    isFromHome: last?.said.isFromHome ?? false,
    columns: guessed(found.heads, last),
  }
  const samples = first.map(({ cells }) => cells)
  return { import: summaryOf(found), heads: found.heads, samples, said, choices }
}

function guessed(
  heads: string[],
  last: { heads: string[]; said: ActivityFileSaid } | undefined,
): ActivityColumns {
  const remembered = last ? activityHeadsToRemember(last.heads, last.said.columns) : {}
  return guessActivityColumns(heads, remembered)
}

/**
 * Every refused row of a file, to be downloaded; the trail tells that it was.
 * @throws Refusal not-found, forbidden
 */
export async function readRefusedActivities(asked: ActivityImportAsked): Promise<{
  heads: string[]
  rows: { rowNumber: number; reason: ActivityReason; cells: string[] }[]
}> {
  const { id, heads } = await ownImport(asked)
  const rows = await selectRefusedActivities(id)
  await inTransaction(asked.actor, (tx) =>
    auditFile(tx, asked, 'refused-rows-read', { rows: rows.length }),
  )
  return { heads, rows }
}

async function ownImport({ actor, importId }: ActivityImportAsked): Promise<ActivityImportRow> {
  requireBringer(actor)
  const found = isId(importId) ? await selectActivityImport(importId) : undefined
  return requireOwn(actor, found?.status === 'receiving' ? undefined : found)
}

function summaryOf(found: ActivityImportRow): ActivityImportSummary {
  const { id, fileName, status, rowCount, isRecounted, counts, broughtAt } = found
  const { checkedAt, appliedAt, undoneAt, undone, broughtBy } = found
  const days = { broughtAt, checkedAt, appliedAt, undoneAt }
  return { id, fileName, status, rowCount, isRecounted, counts, undone, broughtBy, ...days }
}

const stillAhead = (end: Date | null) => (end && end > now() ? end : null)
