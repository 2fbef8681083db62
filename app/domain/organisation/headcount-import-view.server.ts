import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { applyEndsAt, isUnderWay, undoEndsAt } from '~/kernel/tried-file.ts'
import { readWork, type WorkView } from '~/platform/long-work.server.ts'
import {
  countHeadcountReasons,
  selectHeadcountImports,
  selectSameFile,
  selectShownHeadcounts,
} from './headcount-import.db.server.ts'
import {
  headcountImportInReach,
  readFileScope,
  type HeadcountImportAsked,
} from './headcount-import.server.ts'
import type {
  HeadcountImportSummary,
  HeadcountOutcome,
  HeadcountReason,
  ShownHeadcount,
} from './headcount-import.ts'
import type { OrganisationView } from './organisation.server.ts'

const rowsOnPage = 50

/** A file of headcounts with all that its page says. */
export interface HeadcountImportView {
  /** Null for a file about several. */
  organisation: OrganisationView | null
  import: HeadcountImportSummary
  /** The job that has it in hand, or that failed. */
  work: WorkView | null
  isUnderWay: boolean
  /** When the same file was applied before. */
  appliedBefore: Date | null
  reasons: { reason: HeadcountReason; count: number }[]
  applyUntil: Date | null
  undoUntil: Date | null
}

/**
 * The latest files, of one organisation or the actor's own about several.
 * @throws Refusal not-found, forbidden
 */
export async function listHeadcountImports(
  actor: Actor,
  organisationId: string | null,
): Promise<{ organisation: OrganisationView | null; imports: HeadcountImportSummary[] }> {
  const organisation = await readFileScope(actor, organisationId)
  const imports = await selectHeadcountImports(organisationId, actor.personId)
  return { organisation, imports }
}

/** @throws Refusal not-found, forbidden */
export async function readHeadcountImport(
  asked: HeadcountImportAsked,
): Promise<HeadcountImportView> {
  const { found, organisation } = await headcountImportInReach(asked)
  const [work, appliedBefore, reasons] = await Promise.all([
    found.workId ? readWork(found.workId) : undefined,
    selectSameFile(found),
    countHeadcountReasons(found.id),
  ])
  const under = isUnderWay(found.status)
  return {
    organisation,
    import: found,
    work: work && (under || work.state === 'failed') ? work : null,
    isUnderWay: under,
    appliedBefore,
    reasons,
    applyUntil: stillAhead(applyEndsAt(found)),
    undoUntil: stillAhead(undoEndsAt(found)),
  }
}

const stillAhead = (end: Date | null) => (end && end > now() ? end : null)

/** A page of a file's rows. */
export interface HeadcountPage {
  rows: ShownHeadcount[]
  page: number
  pages: number
}

/**
 * Rows of a file by what they do.
 * @param page from 1
 * @throws Refusal not-found, forbidden
 */
export async function listHeadcountRows(
  asked: HeadcountImportAsked & { outcome: HeadcountOutcome; page: number },
): Promise<HeadcountPage> {
  const { found } = await headcountImportInReach(asked)
  const pages = Math.max(1, Math.ceil(found.counts[asked.outcome] / rowsOnPage))
  const page = Math.min(Math.max(1, asked.page), pages)
  const rows = await selectShownHeadcounts({
    importId: found.id,
    outcome: asked.outcome,
    after: (page - 1) * rowsOnPage,
    most: rowsOnPage,
  })
  return { rows, page, pages }
}

/** Every refused row of a file. @throws Refusal not-found, forbidden */
export async function readRefusedHeadcounts(
  asked: HeadcountImportAsked,
): Promise<ShownHeadcount[]> {
  const { found } = await headcountImportInReach(asked)
  const all = { importId: found.id, outcome: 'refused', after: 0, most: null } as const
  return selectShownHeadcounts(all)
}
