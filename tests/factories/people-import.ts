import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guessColumns, type PeopleColumns } from '~/domain/identity/people-columns.ts'
import {
  applyPeople,
  tryPeople,
  undoPeople,
  type FileSaid,
} from '~/domain/identity/people-import.server.ts'
import { peopleWorkHandlers } from '~/domain/identity/people-work.server.ts'
import { receiveFile } from '~/exchange/imports/people/people-file.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'
import { makeActor } from './identity.ts'
import { makeOrganisation, makeUnit } from './organisation.ts'

/** An organisation with a manager and two units. */
export async function makePeopleWorld() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const [care, school] = await Promise.all([
    makeUnit(rootUnitId, { name: 'Omsorgen' }),
    makeUnit(rootUnitId, { name: 'Skolan' }),
  ])
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  return { organisationId, rootUnitId, care, school, actor }
}

export interface Bringing {
  actor: PersonActor
  organisationId: OrganisationId
}

export interface Brought extends Bringing {
  importId: string
}

/** Takes a file in. @param lines its rows, the heads first */
export async function bring(at: Bringing, lines: readonly string[]): Promise<Brought> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-people-'))
  try {
    const file = { path: path.join(folder, 'f'), name: 'personal.csv' }
    writeFileSync(file.path, lines.join('\n'))
    const { actor, organisationId } = at
    return { actor, organisationId, importId: await receiveFile({ ...at, file }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const runWork = workHandler(peopleWorkHandlers)

/** Does the work that is waiting for an import, as the queue would. */
export async function work({ importId }: Brought): Promise<void> {
  const { workId } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: importId } })
  await runWork({ workId: workId! })
}

/** Tries a file: its columns as they are guessed, and as social services where it names no profession. */
export async function tried(brought: Brought, said: Partial<FileSaid> = {}): Promise<Brought> {
  const { importId } = brought
  const { heads } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: importId } })
  const columns: PeopleColumns = guessColumns(heads, [])
  const plain: FileSaid = {
    columns,
    isComplete: false,
    defaultGroup: 'social-services',
    professions: {},
  }
  await tryPeople({ ...brought, said: { ...plain, ...said } })
  await work(brought)
  return brought
}

/** Applies a tried file, with all its endings. */
export async function applied(brought: Brought): Promise<Brought> {
  const { counts } = await prisma().peopleImport.findUniqueOrThrow({
    where: { id: brought.importId },
  })
  const { ended } = counts as { ended: number }
  await applyPeople({ ...brought, confirmedEnds: ended })
  await work(brought)
  return brought
}

/** Undoes an applied file. */
export async function undone(brought: Brought): Promise<Brought> {
  await undoPeople(brought)
  await work(brought)
  return brought
}

/** What each row gives: its outcome, why it gives nothing, or what it changes. */
export async function givenBy({ importId }: Brought): Promise<string[]> {
  const kept = await prisma().peopleImportRow.findMany({
    where: { importId },
    orderBy: { rowNumber: 'asc' },
  })
  return kept.map(({ outcome, reason, changes }) =>
    outcome === 'changed' ? changes.join(' ') : (reason ?? outcome ?? ''),
  )
}

/** How many rows give what. */
export async function countsOf({ importId }: Brought): Promise<Record<string, number>> {
  const { counts } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: importId } })
  return counts as Record<string, number>
}
