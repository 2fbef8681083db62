import { Refusal } from './refusal.ts'

/** Where a file that is tried before it is applied stands. */
export type TriedFileStatus =
  'receiving' | 'received' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'

/** Such a file as far as the rules need it. */
export interface TriedFileMark {
  status: TriedFileStatus
  checkedAt: Date | null
  appliedAt: Date | null
}

const dayMs = 24 * 3_600_000

/** Files that were not applied are thrown away after a day, and what was applied cannot be undone after one. */
export function oldestKept(at: Date): Date {
  return new Date(at.getTime() - dayMs)
}

/** Until when what was checked can be applied; null where it is not checked. */
export function applyEndsAt({ status, checkedAt }: TriedFileMark): Date | null {
  return status === 'checked' && checkedAt ? new Date(checkedAt.getTime() + dayMs) : null
}

/** Until when what was applied can be undone; null where it is not applied. */
export function undoEndsAt({ status, appliedAt }: TriedFileMark): Date | null {
  return status === 'applied' && appliedAt ? new Date(appliedAt.getTime() + dayMs) : null
}

/** @throws Refusal file.not-checked, file.check-too-old */
export function requireAppliable(mark: TriedFileMark, at: Date): void {
  const endsAt = applyEndsAt(mark)
  if (!endsAt) throw new Refusal('file.not-checked')
  if (at >= endsAt) throw new Refusal('file.check-too-old')
}

/** @throws Refusal file.not-applied, file.undo-too-late */
export function requireUndoable(mark: TriedFileMark, at: Date): void {
  const endsAt = undoEndsAt(mark)
  if (!endsAt) throw new Refusal('file.not-applied')
  if (at >= endsAt) throw new Refusal('file.undo-too-late')
}

const underWay: TriedFileStatus[] = ['receiving', 'checking', 'applying', 'undoing']

/** Whether a job has the file in hand. */
export const isUnderWay = (status: TriedFileStatus) => underWay.includes(status)

/** In the order in which rows of a tried file want a look. */
const looksFirst = ['refused', 'ended', 'changed', 'new']

/**
 * Which rows of a tried file a page shows: those that its address asks for, else those that want a look first.
 * @param outcomes those that this kind of file has
 */
export function rowsAsked<Outcome extends string>(
  request: Request,
  outcomes: readonly Outcome[],
  counts: Readonly<Partial<Record<Outcome, number>>> | null,
): { outcome: Outcome | 'unchanged'; page: number } {
  const search = new URL(request.url).searchParams
  const named = outcomes.find((outcome) => outcome === search.get('show'))
  const inOrder = looksFirst.flatMap((first) => outcomes.filter((outcome) => outcome === first))
  const first = inOrder.find((outcome) => counts?.[outcome])
  const page = Number.parseInt(search.get('page') ?? '1', 10) || 1
  return { outcome: named ?? first ?? 'unchanged', page }
}
