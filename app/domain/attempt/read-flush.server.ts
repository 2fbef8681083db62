import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId } from '~/kernel/ids.ts'
import type { FlushGrant } from '~/kernel/player-protocol.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { contentOrigin } from '~/platform/http/hosts.server.ts'
import { selectRegistration } from './attempt.db.server.ts'
import { signLaunch } from './launch-token.server.ts'

/** The path, on every content host, of the document that sends what earlier launches have left. */
export const flushPath = '/_samsyn/flush'

/**
 * What the app's pages need to have a content host send what earlier launches have left there: tokens
 * that add to the registration's attempts without taking them over.
 * @throws Refusal not-found, forbidden (another person's)
 */
export async function readFlush({
  actor,
  registrationId,
}: {
  actor: PersonActor
  registrationId: string | undefined
}): Promise<FlushGrant> {
  const found = isId(registrationId) ? await selectRegistration(registrationId) : undefined
  if (!found) throw new Refusal('not-found')
  if (found.personId !== actor.personId) throw new Refusal('forbidden')
  const { hostLabel, attemptIds } = found
  const origin = contentOrigin(hostLabel, env())
  return {
    contentOrigin: origin,
    flushUrl: origin + flushPath,
    attempts: attemptIds.map((attemptId) => ({
      attemptId,
      token: signLaunch(
        { attemptId, hostLabel, writer: newId(), purpose: 'flush' },
        env().SECRET,
        now(),
      ),
    })),
  }
}
