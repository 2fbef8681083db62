import { queueLetters } from '~/domain/notice/queue-letters.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import type { SignUpNews } from './sign-up.ts'

/** The kind of the letters to those who have signed up for an activity. */
export const signUpLetterKind = 'sign-up'

/** Has those who have signed up told what has become of it: each once, by the outbox. */
export async function tellSignUps(
  tx: Tx,
  signUpIds: readonly string[],
  news: SignUpNews,
): Promise<void> {
  await queueLetters(
    tx,
    signUpIds.map((aboutId) => ({ kind: signUpLetterKind, aboutId, news })),
  )
}
