import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { applyEndsAt, isUnderWay, undoEndsAt } from '~/kernel/tried-file.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readWork, type WorkView } from '~/platform/long-work.server.ts'
import { foldedWord } from '~/kernel/folded-word.ts'
import { withBringers, type Listed } from './bringer.server.ts'
import { guessColumns, guessedFrom, type PeopleColumns } from './people-columns.ts'
import {
  selectAppliedBefore,
  selectCells,
  selectMapping,
  selectPeopleImport,
  selectPeopleImports,
  selectTextsIn,
} from './people-import.db.server.ts'
import { audit, type PeopleImportAsked } from './people-import.server.ts'
import {
  endsMustBeConfirmed,
  type PeopleImportRow,
  type PeopleImportSummary,
  type PeopleOutcome,
  type ShownPerson,
} from './people-import.ts'
import { professionGroupOf } from '~/domain/organisation/profession-words.ts'
import type { PeopleReason } from './people-row.ts'
import {
  countPeopleReasons,
  selectKept,
  selectRefusedCells,
  selectShownPeople,
  type KeptPerson,
  type RefusedCells,
} from './people-view.db.server.ts'

const importsShown = 50
const rowsOnPage = 50
const keptShown = 100
/** As many words as a person can be asked about at once; the most common ones. */
const wordsAsked = 60
const wordsLookedAt = 2_000

/** An organisation's files of people. */
export interface PeopleImportList {
  organisation: OrganisationView
  imports: Listed<PeopleImportSummary>[]
}

/**
 * The files of people that an organisation has tried and applied, newest first.
 * @throws Refusal not-found, forbidden
 */
export async function listPeopleImports(
  actor: Actor,
  organisationId: string,
): Promise<PeopleImportList> {
  const organisation = await readOrganisation(actor, 'people:import', organisationId)
  const found = await selectPeopleImports(organisationId, importsShown)
  return { organisation, imports: await withBringers(found.map(summaryOf)) }
}

/** One file, as its page shows it. */
export interface PeopleImportView {
  organisation: OrganisationView
  import: PeopleImportSummary
  /** The work that is under way with it, or that failed last. */
  work: WorkView | null
  isUnderWay: boolean
  /** When the very same file was applied before, and stands. */
  appliedBefore: Date | null
  reasons: { reason: PeopleReason; count: number }[]
  /** Whether so many endings must be confirmed by their number. */
  confirmsEnds: boolean
  /** Until when it can be applied, and until when undone; null where it cannot. */
  applyUntil: Date | null
  undoUntil: Date | null
  kept: KeptPerson[]
}

/**
 * A file with what it gives, or has given.
 * @throws Refusal not-found, forbidden
 */
export async function readPeopleImport(asked: PeopleImportAsked): Promise<PeopleImportView> {
  const { organisation, found } = await importInReach(asked)
  const [work, appliedBefore, reasons, kept] = await Promise.all([
    found.workId ? readWork(found.workId) : undefined,
    selectAppliedBefore(found),
    found.counts ? countPeopleReasons(found.id) : [],
    found.status === 'undone' ? selectKept(found.id, keptShown) : [],
  ])
  const under = isUnderWay(found.status)
  return {
    organisation,
    import: summaryOf(found),
    work: work && (under || work.state === 'failed') ? work : null,
    isUnderWay: under,
    appliedBefore,
    reasons,
    confirmsEnds: found.counts !== null && endsMustBeConfirmed(found.counts),
    applyUntil: stillAhead(applyEndsAt(found)),
    undoUntil: stillAhead(undoEndsAt(found)),
    kept,
  }
}

/** A page of a file's rows. */
export interface PeoplePage {
  rows: ShownPerson[]
  page: number
  pages: number
}

/**
 * Rows of a tried file by what they give.
 * @param page from 1
 * @throws Refusal not-found, forbidden
 */
export async function listPeopleRows(
  asked: PeopleImportAsked & { outcome: PeopleOutcome; page: number },
): Promise<PeoplePage> {
  const { found } = await importInReach(asked)
  const count = found.counts?.[asked.outcome] ?? 0
  const pages = Math.max(1, Math.ceil(count / rowsOnPage))
  const page = Math.min(Math.max(1, asked.page), pages)
  const rows = await selectShownPeople({
    importId: found.id,
    outcome: asked.outcome,
    after: (page - 1) * rowsOnPage,
    most: rowsOnPage,
  })
  return { rows, page, pages }
}

/** What a person is asked of a file before it is tried. */
export interface PeopleQuestions {
  organisation: OrganisationView
  import: PeopleImportSummary
  heads: string[]
  /** The first rows. */
  samples: string[][]
  /** As they were named last, or seem to be. */
  columns: PeopleColumns
  defaultGroup: ProfessionGroup | null
  /** Words for professions that nobody has said the meaning of, the most common first. */
  words: { word: string; text: string; count: number }[]
  /** How many such words are not asked about. */
  moreWords: number
}

/**
 * The questions about a file: which column is what, and what its words for professions mean.
 * @param columns as the person has named them just now; null for how they seem to be
 * @throws Refusal not-found, forbidden
 */
export async function readPeopleQuestions(
  asked: PeopleImportAsked & { columns: PeopleColumns | null },
): Promise<PeopleQuestions> {
  const { organisation, found } = await importInReach(asked)
  const [first, mapping] = await Promise.all([
    selectCells(found.id, 0, guessedFrom),
    selectMapping(asked.organisationId),
  ])
  const samples = first.map(({ cells }) => cells)
  const columns =
    asked.columns ?? found.columns ?? guessColumns(found.heads, samples, mapping.columns)
  const unknown = await unknownWords(found.id, columns, mapping.professions)
  return {
    organisation,
    import: summaryOf(found),
    heads: found.heads,
    samples: samples.slice(0, 3),
    columns,
    defaultGroup: found.defaultGroup,
    words: unknown.slice(0, wordsAsked),
    moreWords: Math.max(0, unknown.length - wordsAsked),
  }
}

async function unknownWords(
  importId: string,
  columns: PeopleColumns,
  own: Record<string, ProfessionGroup>,
) {
  if (columns.profession === undefined) return []
  const texts = await selectTextsIn(importId, columns.profession, wordsLookedAt)
  const words = new Map<string, { word: string; text: string; count: number }>()
  for (const { text, count } of texts) {
    const word = foldedWord(text)
    if (word === '' || professionGroupOf(text, own)) continue
    const known = words.get(word)
    if (known) known.count += count
    else words.set(word, { word, text, count })
  }
  return [...words.values()]
}

/**
 * Every refused row of a file, to be downloaded; the trail tells that it was.
 * @throws Refusal not-found, forbidden
 */
export async function readRefusedPeople(
  asked: PeopleImportAsked,
): Promise<{ heads: string[]; rows: RefusedCells[] }> {
  const { found } = await importInReach(asked)
  const rows = await selectRefusedCells(found.id)
  await inTransaction(asked.actor, (tx) =>
    audit(tx, asked, 'refused-rows-read', { rows: rows.length }),
  )
  return { heads: found.heads, rows }
}

async function importInReach({ actor, organisationId, importId }: PeopleImportAsked) {
  const organisation = await readOrganisation(actor, 'people:import', organisationId)
  const found = isId(importId) ? await selectPeopleImport(importId, organisationId) : undefined
  if (!found || found.status === 'receiving') throw new Refusal('not-found')
  return { organisation, found }
}

function summaryOf(found: PeopleImportRow): PeopleImportSummary {
  const { id, fileName, status, rowCount, isComplete, isRecounted, counts, broughtAt } = found
  const { checkedAt, appliedAt, undoneAt, undone, workId, broughtBy } = found
  const days = { broughtAt, checkedAt, appliedAt, undoneAt }
  return {
    id,
    fileName,
    status,
    rowCount,
    isComplete,
    isRecounted,
    counts,
    undone,
    workId,
    broughtBy,
    ...days,
  }
}

const stillAhead = (end: Date | null) => (end && end > now() ? end : null)
