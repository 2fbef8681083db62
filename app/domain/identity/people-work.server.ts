import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { foldedWord } from '~/kernel/folded-word.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import type { Glimpse, Report, Work, WorkHandler } from '~/platform/long-work.server.ts'
import { readActor } from './actor.server.ts'
import { peopleImported, peopleImportUndone } from './identity.events.ts'
import {
  analysePeople,
  analyseRows,
  holdPeople,
  savePeopleImport,
  saveReadRows,
  selectCells,
  selectMapping,
  selectNamedUnits,
  selectPeopleImportForChange,
  selectPeopleImportOfWork,
} from './people-import.db.server.ts'
import { audit, peopleWork } from './people-import.server.ts'
import type { PeopleImportRow } from './people-import.ts'
import {
  countJudged,
  judgePeople,
  saveJudged,
  sealJudged,
  type Judged,
} from './people-judge.db.server.ts'
import { deleteUsedRows, mergePeople } from './people-merge.db.server.ts'
import { professionGroupOf } from '~/domain/organisation/profession-words.ts'
import { readPerson } from './people-row.ts'
import { selectNamedSubGroups } from './sub-group-choice.db.server.ts'
import { unmergePeople } from './people-undo.db.server.ts'
import { unitFinder } from '~/domain/organisation/unit-finder.ts'

/** Rows read at once: enough to keep the database busy, few enough to keep memory flat. */
const rowsAtOnce = 2_000
/** What writes a whole organisation may take this long before it is rolled back. */
const longest = { seconds: 600 }

/** What is done with files of people while somebody waits, by kind of work. */
export const peopleWorkHandlers: Record<string, WorkHandler> = {
  [peopleWork.check]: { run: checkFile, giveUp: back('checking', 'received') },
  [peopleWork.apply]: { run: applyFile, giveUp: back('applying', 'checked') },
  [peopleWork.undo]: { run: undoFile, giveUp: back('undoing', 'applied') },
}

function back(from: TriedFileStatus, to: TriedFileStatus) {
  return async ({ subjectId }: Work): Promise<void> => {
    await inTransaction(systemActor, async (tx) => {
      if (await isInHand(tx, subjectId, from)) await savePeopleImport(tx, subjectId, { status: to })
    })
  }
}

/** Who waits for the work, with the roles of now: a delegation may have ended since. */
async function actorOf({ ownerId }: Work, organisationId: string): Promise<Actor> {
  const actor = ownerId === null ? systemActor : await readActor(ownerId)
  if (!actor) throw new Refusal('forbidden')
  await readOrganisation(actor, 'people:import', organisationId)
  return actor
}

async function fileOf(work: Work) {
  const found = await selectPeopleImportOfWork(work.subjectId)
  if (!found) throw new Refusal('not-found')
  return { found, actor: await actorOf(work, found.organisationId) }
}

function judgedOf(found: PeopleImportRow): Judged {
  const { id, organisationId, isComplete, defaultGroup, columns } = found
  return { id, organisationId, isComplete, defaultGroup, tellsEnd: columns?.to !== undefined }
}

async function checkFile(work: Work, report: Report): Promise<void> {
  const { found, actor } = await fileOf(work)
  await readRows(found, report)
  await inTransaction(
    actor,
    async (tx) => {
      if (!(await isInHand(tx, found.id, 'checking'))) return
      await judgePeople(tx, judgedOf(found))
      await saveChecked(tx, found.id)
      await audit(tx, { actor, ...placeOfImport(found) }, 'checked', { rows: found.rowCount })
    },
    longest,
  )
}

async function readRows(found: PeopleImportRow, report: Report): Promise<void> {
  const { id, organisationId, columns, rowCount } = found
  invariant(columns, 'a file is tried when its columns have been named')
  const { professions } = await selectMapping(organisationId)
  const findUnit = unitFinder(await selectNamedUnits(organisationId))
  const findGroup = (word: string) => professionGroupOf(word, professions)
  const subGroups = new Map(
    (await selectNamedSubGroups(organisationId)).map((one) => [foldedWord(one.name), one]),
  )
  const findSubGroup = (word: string) => subGroups.get(foldedWord(word))
  let done = 0
  for (let after = 0; ;) {
    const batch = await selectCells(id, after, rowsAtOnce)
    const last = batch.at(-1)
    if (!last) break
    const reading = { columns, findUnit, findGroup, findSubGroup }
    const read = batch.map(({ rowNumber, cells }) => ({ rowNumber, ...readPerson(cells, reading) }))
    await saveReadRows(id, read)
    after = last.rowNumber
    done += batch.length
    await report(done, rowCount)
  }
  await analyseRows()
}

async function saveChecked(tx: Tx, id: string, change: { isRecounted?: boolean } = {}) {
  await saveJudged(tx, id)
  await savePeopleImport(tx, id, {
    status: 'checked',
    counts: await countJudged(tx),
    seal: await sealJudged(tx),
    checkedAt: now(),
    ...change,
  })
}

const placeOfImport = ({ id, organisationId }: PeopleImportRow) => ({
  importId: id,
  organisationId,
})

/** Whether the work is still to be done: what was begun twice is done once. */
async function isInHand(tx: Tx, id: string, status: TriedFileStatus): Promise<boolean> {
  return (await selectPeopleImportForChange(tx, id))?.status === status
}

async function applyFile(work: Work, _: Report, glimpse: Glimpse): Promise<void> {
  const { found, actor } = await fileOf(work)
  await inTransaction(
    actor,
    async (tx) => {
      await holdPeople(tx)
      if (!(await isInHand(tx, found.id, 'applying'))) return
      await judgePeople(tx, judgedOf(found))
      if ((await sealJudged(tx)) !== found.seal) {
        await saveChecked(tx, found.id, { isRecounted: true })
        return
      }
      const written = (last: number) => glimpse(Math.min(last, found.rowCount), found.rowCount)
      await mergePeople(tx, { importId: found.id, decidedBy: actor.personId, written })
      await deleteUsedRows(tx, found.id)
      const counts = await countJudged(tx)
      await savePeopleImport(tx, found.id, { status: 'applied', counts, appliedAt: now() })
      await audit(tx, { actor, ...placeOfImport(found) }, 'applied', { ...counts })
      await emit(tx, peopleImported(found.id, found.organisationId))
    },
    longest,
  )
  await analysePeople()
}

async function undoFile(work: Work, _: Report, glimpse: Glimpse): Promise<void> {
  const { found, actor } = await fileOf(work)
  await inTransaction(
    actor,
    async (tx) => {
      await holdPeople(tx)
      if (!(await isInHand(tx, found.id, 'undoing'))) return
      const undone = await unmergePeople(tx, found.id, glimpse)
      await savePeopleImport(tx, found.id, { status: 'undone', undone, undoneAt: now() })
      await audit(tx, { actor, ...placeOfImport(found) }, 'undone', { ...undone })
      await emit(tx, peopleImportUndone(found.id, found.organisationId))
    },
    longest,
  )
  await analysePeople()
}
