/**
 * What of a commit was not understood. message: it is not written as the player writes it; too-large: it is
 * more than the server takes; part-unknown: it is of a part that the package has not.
 */
export type NotUnderstood = 'message' | 'too-large' | 'part-unknown'

/** Commits that were not understood, of one kind: they are in no trail, and the browser keeps them. */
export interface NotUnderstoodTold {
  what: NotUnderstood
  /** How often it was noted: once an hour, at most. */
  times: number
  /** The first and the last time. */
  from: Date
  to: Date
}
