import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { placeOf } from '~/domain/organisation/organisation.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { isUnderWay } from '~/kernel/tried-file.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readWorkOn, type WorkView } from '~/platform/long-work.server.ts'
import {
  countReasons,
  selectAdded,
  selectImport,
  selectImports,
  selectShownRows,
} from './completion-import.db.server.ts'
import {
  checkEndsAt,
  undoEndsAt,
  type AddedCompletion,
  type ImportSummary,
  type KnownContent,
  type RowReason,
  type ShownRow,
} from './completion-import.ts'
import { selectKnownContent } from './completion-match.db.server.ts'

/** As many rows as a page shows of each kind. */
const rowsShown = 50
/** More rows than any file may have. */
const everyRow = 1_000_000

/** An organisation's imports, and what a file may name. */
export interface ImportList {
  organisation: OrganisationView
  imports: ImportSummary[]
  known: KnownContent
}

/**
 * The files that an organisation has tried and applied, newest first.
 * @throws Refusal not-found, forbidden
 */
export async function listImports(actor: Actor, organisationId: string): Promise<ImportList> {
  const organisation = await readOrganisation(actor, 'completion:import', organisationId)
  const [imports, known] = await Promise.all([selectImports(organisationId), selectKnownContent()])
  const seesPeople = may(actor, 'people:read', placeOf(organisation))
  return { organisation, imports: imports.map((each) => namedFor(seesPeople, each)), known }
}

/** One import, as its page shows it. */
export interface ImportView {
  organisation: OrganisationView
  import: ImportSummary
  /** The job that has it in hand, or that failed. */
  work: WorkView | null
  isUnderWay: boolean
  reasons: { reason: RowReason; count: number }[]
  /**
   * The first of each. What the file has of people is for those who brought it and those who may see
   * people, and who they are in Samsyn is for the latter alone.
   */
  refused: ShownRow[]
  fresh: ShownRow[]
  added: AddedCompletion[]
  /** Until when it can be applied, and until when undone; null where it cannot. */
  applyUntil: Date | null
  undoUntil: Date | null
}

/**
 * An import with what it gives, or has given.
 * @throws Refusal not-found, forbidden
 */
export async function readImport(input: {
  actor: Actor
  organisationId: string
  importId: string
}): Promise<ImportView> {
  const { organisation, found, seesGiven, seesPeople } = await importInReach(input)
  const [work, reasons, refused, fresh, added] = await Promise.all([
    readWorkOn(found.id),
    countReasons(found.id),
    selectShownRows(found.id, 'refused', rowsShown),
    selectShownRows(found.id, 'new', rowsShown),
    seesPeople ? selectAdded(found.id, rowsShown) : [],
  ])
  const shown = (row: ShownRow): ShownRow => ({
    ...row,
    given: seesGiven ? row.given : null,
    name: seesPeople ? row.name : null,
  })
  const under = isUnderWay(found.status)
  const applyEnds = found.status === 'checked' ? checkEndsAt(found) : null
  const undoEnds = undoEndsAt(found)
  return {
    organisation,
    import: namedFor(seesPeople, found),
    work: work && (under || work.state === 'failed') ? work : null,
    isUnderWay: under,
    reasons,
    refused: refused.map(shown),
    fresh: fresh.map(shown).filter(({ given }) => given),
    added,
    applyUntil: stillAhead(applyEnds),
    undoUntil: stillAhead(undoEnds),
  }
}

/**
 * Every row that a file gave nothing by, to be downloaded; the trail tells that it was.
 * @throws Refusal not-found, forbidden
 */
export async function readRefusedRows(input: {
  actor: Actor
  organisationId: string
  importId: string
}): Promise<ShownRow[]> {
  const { actor, organisationId, importId } = input
  const { found, seesGiven } = await importInReach(input)
  const refused = await selectShownRows(found.id, 'refused', everyRow)
  await inTransaction(actor, (tx) =>
    recordAudit(tx, actor, {
      action: 'completion-import.refused-rows-read',
      subjectId: importId,
      organisationId,
      detail: { rows: refused.length },
    }),
  )
  return seesGiven ? refused : refused.map((row) => ({ ...row, given: null }))
}

async function importInReach(input: { actor: Actor; organisationId: string; importId: string }) {
  const { actor, organisationId, importId } = input
  const organisation = await readOrganisation(actor, 'completion:import', organisationId)
  const found = isId(importId) ? await selectImport(importId, organisationId) : undefined
  if (!found) throw new Refusal('not-found')
  const seesPeople = may(actor, 'people:read', placeOf(organisation))
  // The nation's roles see no names, except what stands in a file that they brought themselves.
  const isOwn = found.checkedBy !== null && found.checkedBy === actor.personId
  return { organisation, found, seesPeople, seesGiven: seesPeople || isOwn }
}

const namedFor = (seesPeople: boolean, found: ImportSummary): ImportSummary =>
  seesPeople ? found : { ...found, fileName: null, checkedBy: null }

const stillAhead = (end: Date | null) => (end && end > now() ? end : null)
