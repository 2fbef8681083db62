import { selectActorOfSession, type SessionOfActor } from './actor.db.server.ts'

/**
 * Who acts in a session, by the id that the table keeps: name, language and today's role grants, and until
 * when it is good, which may be past. Null when there is no such session.
 */
export async function readActorOfSession(sessionId: string): Promise<SessionOfActor | null> {
  return selectActorOfSession(sessionId)
}
