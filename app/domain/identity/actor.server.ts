import type { PersonActor } from '~/kernel/actor.ts'
import { selectActor, selectActorOfSession, type SessionOfActor } from './actor.db.server.ts'

/**
 * Who acts in a session, by the id that the table keeps: name, language and today's role grants, and until
 * when it is good, which may be past. Null when there is no such session.
 */
export async function readActorOfSession(sessionId: string): Promise<SessionOfActor | null> {
  return selectActorOfSession(sessionId)
}

/** A person with today's role grants, for work that goes on without a session; null when there is nobody. */
export async function readActor(personId: string): Promise<PersonActor | null> {
  return selectActor(personId)
}
