import type { PersonActor } from '~/kernel/actor.ts'
import { selectActor, selectActorOfSession, type SessionOfActor } from './actor.db.server.ts'

/** The person as one who acts: name, language and today's role grants. Null when there is no such person. */
export async function readActor(personId: string): Promise<PersonActor | null> {
  return selectActor(personId)
}

/**
 * Who acts in a session, by the id that the table keeps, and until when it is good, which may be past.
 * Null when there is no such session.
 */
export async function readActorOfSession(sessionId: string): Promise<SessionOfActor | null> {
  return selectActorOfSession(sessionId)
}
