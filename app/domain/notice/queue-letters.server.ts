import { now } from '~/kernel/clock.ts'
import { dayOf } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { emit, type DomainEvent } from '~/platform/events.server.ts'
import type { LetterToSend } from './letter.ts'
import { insertLetters } from './notice-mail.db.server.ts'

/** Something waits to be sent: the sender need not wait for its clock. */
export const lettersQueued = (): DomainEvent<'letters.queued'> => ({
  name: 'letters.queued',
  payload: {},
})

/**
 * Puts letters into the outbox, in the transaction of what they tell of: they are sent once, and at once, on any
 * day; no week is taken by them or kept for them (docs/decisions/0035).
 */
export async function queueLetters(tx: Tx, letters: readonly LetterToSend[]): Promise<void> {
  if (letters.length === 0) return
  const at = now()
  await insertLetters(
    tx,
    letters.map((letter) => ({ id: newId(), ...letter })),
    { day: dayOf(at), at },
  )
  await emit(tx, lettersQueued())
}
