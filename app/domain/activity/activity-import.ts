import type { TriedFileMark } from '~/kernel/tried-file.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { ActivityColumns } from './activity-columns.ts'
import type { ActivityReason } from './activity-row.ts'
import {
  activityOutcomes,
  type ActivityChange,
  type ActivityOutcome,
  type JudgedRow,
} from './judge-activities.ts'

/** What a person says of a file of activities before it is tried. */
export interface ActivityFileSaid {
  columns: ActivityColumns
  /** Where activities are at home whose row says nothing, as a form's choice; null: such rows are refused. */
  home: string | null
  organiserId: string | null
  /** Whether those who came worked where the activity is at home, where the row does not say otherwise. */
  isFromHome: boolean
}

export type ActivityCounts = Record<ActivityOutcome, number>

/** What undoing took back, and what it left because somebody has done something with it since. */
export interface ActivitiesUndone {
  removed: number
  restored: number
  kept: number
}

/** An import as lists show it. */
export interface ActivityImportSummary extends TriedFileMark {
  id: string
  fileName: string
  rowCount: number
  isRecounted: boolean
  counts: ActivityCounts | null
  broughtAt: Date
  broughtBy: string
  undoneAt: Date | null
  undone: ActivitiesUndone | null
}

/** An import whole. */
export interface ActivityImportRow extends ActivityImportSummary {
  sha256: string
  heads: string[]
  said: ActivityFileSaid | null
  seal: string | null
  workId: string | null
}

/** A row as a list shows it. */
export interface ShownActivityRow {
  rowNumber: number
  /** As the file has it; empty where nothing is kept. */
  title: string
  date: string
  changes: ActivityChange[]
  reason: ActivityReason | null
}

/** How many rows give what. */
export function countActivities(rows: readonly Pick<JudgedRow, 'outcome'>[]): ActivityCounts {
  const counts = Object.fromEntries(activityOutcomes.map((outcome) => [outcome, 0]))
  for (const { outcome } of rows) counts[outcome]!++
  return counts as ActivityCounts
}

/** @throws Refusal file.nothing-new */
export function requireChanges(counts: ActivityCounts | null): void {
  if (!counts || counts.new + counts.changed === 0) throw new Refusal('file.nothing-new')
}
