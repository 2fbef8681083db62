/** How long before sign-out the warning comes, in milliseconds. */
const warnBefore = 5 * 60_000

export type SessionState =
  { kind: 'signed-in' } | { kind: 'ending'; minutesLeft: number } | { kind: 'ended' }

/** Where a sign-in stands, from the milliseconds it has left. The last minute begun counts as one. */
export function sessionState(left: number): SessionState {
  if (left <= 0) return { kind: 'ended' }
  if (left > warnBefore) return { kind: 'signed-in' }
  return { kind: 'ending', minutesLeft: Math.ceil(left / 60_000) }
}
