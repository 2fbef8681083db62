/**
 * What came of a mail: sent; refused by its server; dropped, because its reader is gone or has said no; given
 * up, because its server was away for too long; or nobody knows.
 */
export const mailOutcomes = ['sent', 'refused', 'dropped', 'given-up', 'doubtful'] as const
export type MailOutcome = (typeof mailOutcomes)[number]

/** Where a mail stands: on its way, or what came of it. */
export const mailStates = ['waiting', 'sending', 'handed-over', ...mailOutcomes] as const
export type MailState = (typeof mailStates)[number]

const minute = 60_000

/** How long a mail waits that its server would not take now, after so many tries: from 5 minutes to 6 hours. */
export function pauseAfter(tries: number): number {
  return Math.min(5 * 3 ** Math.max(0, tries - 1), 360) * minute
}

/** How long it waits when the server was not there at all. */
export const awayPauseMs = 2 * minute

/** A sender that has been silent for so long has ended: longer than any answer is waited for. */
export const silentAfterMs = 30 * minute

/** A mail that is older is not sent: longer than Easter and Christmas, when nothing is. */
export const givenUpAfterMs = 5 * 24 * 60 * minute
