import type { PersonActor } from '~/kernel/actor.ts'
import { selectActor } from './actor.db.server.ts'

/** The person as one who acts: name, language and today's role grants. Null when there is no such person. */
export async function readActor(personId: string): Promise<PersonActor | null> {
  return selectActor(personId)
}
