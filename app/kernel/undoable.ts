const undoableMs = 24 * 3_600_000

/** The earliest moment at which what can still be undone was decided. */
export const undoableSince = (at: Date): Date => new Date(at.getTime() - undoableMs)

/** Whether a decision can be undone at a moment: for a day, and once. */
export function isUndoable(
  { decidedAt, undoneAt }: { decidedAt: Date; undoneAt: Date | null },
  at: Date,
): boolean {
  return undoneAt === null && decidedAt > undoableSince(at)
}
