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
  return { organisation, imports, known }
}

/** One import, as its page shows it. */
export interface ImportView {
  organisation: OrganisationView
  import: ImportSummary
  reasons: { reason: RowReason; count: number }[]
  /** The first of each; without what the file has of people where the reader may not know them. */
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
  const { organisation, found, seesPeople } = await importInReach(input)
  const [reasons, refused, fresh, added] = await Promise.all([
    countReasons(found.id),
    selectShownRows(found.id, 'refused', rowsShown),
    selectShownRows(found.id, 'new', rowsShown),
    seesPeople ? selectAdded(found.id, rowsShown) : [],
  ])
  const applyEnds = found.status === 'checked' ? checkEndsAt(found) : null
  const undoEnds = undoEndsAt(found)
  return {
    organisation,
    import: found,
    reasons,
    refused: seesPeople ? refused : refused.map(withoutGiven),
    fresh: seesPeople ? fresh.filter(({ given }) => given) : [],
    added,
    applyUntil: stillAhead(applyEnds),
    undoUntil: stillAhead(undoEnds),
  }
}

/**
 * Every row that a file gave nothing by, to be downloaded.
 * @throws Refusal not-found, forbidden
 */
export async function readRefusedRows(input: {
  actor: Actor
  organisationId: string
  importId: string
}): Promise<ShownRow[]> {
  const { found, seesPeople } = await importInReach(input)
  const refused = await selectShownRows(found.id, 'refused', everyRow)
  return seesPeople ? refused : refused.map(withoutGiven)
}

async function importInReach(input: { actor: Actor; organisationId: string; importId: string }) {
  const { actor, organisationId, importId } = input
  const organisation = await readOrganisation(actor, 'completion:import', organisationId)
  const found = isId(importId) ? await selectImport(importId, organisationId) : undefined
  if (!found) throw new Refusal('not-found')
  // The nation's roles see no names, except in a file that they brought themselves.
  const isOwn = found.checkedBy !== null && found.checkedBy === actor.personId
  const seesPeople = isOwn || may(actor, 'people:read', placeOf(organisation))
  return { organisation, found, seesPeople }
}

const withoutGiven = (row: ShownRow): ShownRow => ({ ...row, given: null })

const stillAhead = (end: Date | null) => (end && end > now() ? end : null)
