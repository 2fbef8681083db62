import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guessActivityColumns } from '~/domain/activity/activity-columns.ts'
import { activityWorkHandlers } from '~/domain/activity/activity-import-work.server.ts'
import {
  applyActivities,
  tryActivities,
  undoActivities,
} from '~/domain/activity/activity-import.server.ts'
import type { ActivityFileSaid } from '~/domain/activity/activity-import.ts'
import { receiveActivityFile } from '~/exchange/imports/activities/activity-file.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'

export interface BroughtActivities {
  actor: PersonActor
  importId: string
}

/** Takes a file of activities in. @param lines its rows, the heads first */
export async function bringActivities(
  actor: PersonActor,
  lines: readonly string[],
): Promise<BroughtActivities> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-activities-'))
  try {
    const file = { path: path.join(folder, 'f'), name: 'insatser.csv' }
    writeFileSync(file.path, lines.join('\n'))
    return { actor, importId: await receiveActivityFile(actor, file) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const runWork = workHandler(activityWorkHandlers)

/** Does the work that is waiting for a file, as the queue would. */
export async function workOnActivities({ importId }: BroughtActivities): Promise<void> {
  const { workId } = await prisma().activityImport.findUniqueOrThrow({ where: { id: importId } })
  await runWork({ workId: workId! })
}

/** Tries a file: its columns as they are guessed, and nothing said of rows that say nothing. */
export async function triedActivities(
  brought: BroughtActivities,
  said: Partial<ActivityFileSaid> = {},
): Promise<BroughtActivities> {
  const { importId: id } = brought
  const { heads } = await prisma().activityImport.findUniqueOrThrow({ where: { id } })
  const columns = guessActivityColumns(heads)
  const nothing = { home: null, organiserId: null, isFromHome: false }
  await tryActivities({ ...brought, said: { ...nothing, columns, ...said } })
  await workOnActivities(brought)
  return brought
}

export async function appliedActivities(brought: BroughtActivities): Promise<BroughtActivities> {
  await applyActivities(brought)
  await workOnActivities(brought)
  return brought
}

export async function undoneActivities(brought: BroughtActivities): Promise<void> {
  await undoActivities(brought)
  await workOnActivities(brought)
}

/** How many rows give what. */
export async function activityCountsOf({ importId: id }: BroughtActivities) {
  const { counts } = await prisma().activityImport.findUniqueOrThrow({ where: { id } })
  return counts
}

/** What each row gives: its outcome, or why it is refused. */
export async function activitiesGivenBy({ importId }: BroughtActivities): Promise<string[]> {
  const found = await prisma().activityImportRow.findMany({
    where: { importId },
    orderBy: { rowNumber: 'asc' },
  })
  return found.map(({ outcome, reason }) => reason ?? outcome ?? '')
}
