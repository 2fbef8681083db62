import type { CommitAnswer, StateAnswer } from '~/kernel/player-protocol.ts'

/** The HTTP status of what the player is answered. */
export const answerStatus: Record<(CommitAnswer | StateAnswer)['outcome'], number> = {
  state: 200,
  held: 200,
  gap: 409,
  'stale-writer': 409,
  'base-unknown': 409,
  'token-refused': 401,
  malformed: 400,
}
