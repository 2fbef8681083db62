import type { IncomingMessage } from 'node:http'
import { verifyLaunch, type Launch } from '~/domain/attempt/launch-token.server.ts'
import { now } from '~/kernel/clock.ts'
import { env } from '~/platform/env.server.ts'

/**
 * Whose launch a request carries: "Authorization: Bearer <launch token>", and nothing else. Null where it
 * carries none that is ours, for this host and of today.
 */
export function launchOf(request: IncomingMessage, hostLabel: string): Launch | null {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token ? verifyLaunch(token, hostLabel, env().SECRET, now()) : null
}
