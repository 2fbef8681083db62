import { readServiceActor } from '~/domain/identity/service-key.server.ts'
import type { ServiceActor } from '~/kernel/actor.ts'

/** What a request shows to be let in by. No cookie is looked at. */
export type Shown = { kind: 'nothing' } | { kind: 'no-good' } | { kind: 'key'; actor: ServiceActor }

/** Which other system asks, by the key in its Authorization header (RFC 6750, 2.1). */
export async function readService(request: Request): Promise<Shown> {
  const shown = request.headers.get('Authorization')
  if (shown === null) return { kind: 'nothing' }
  const secret = /^Bearer +(\S+)$/i.exec(shown.trim())?.[1]
  const actor = await readServiceActor(secret)
  return actor ? { kind: 'key', actor } : { kind: 'no-good' }
}
