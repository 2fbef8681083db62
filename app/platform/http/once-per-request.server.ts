import type { IncomingMessage, ServerResponse } from 'node:http'
import { singleton } from '../singleton.server.ts'

/** Names an HTTP request to all that answers it; Remix gives each loader a Request of its own. */
export const requestIdHeader = 'x-request-id'

const found = () => singleton('found-once', () => new Map<string, Map<string, Promise<unknown>>>())

/** From now until it is answered, what is found for this request is found once. */
export function findOnceFor(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  request.headers[requestIdHeader] = requestId
  // An action changes what the loaders after it find.
  if (request.method !== 'GET' && request.method !== 'HEAD') return
  found().set(requestId, new Map())
  response.on('close', () => found().delete(requestId))
}

/** Finds `what` once for all that answers the same GET; each time where it is asked outside of one. */
export function oncePerRequest<Value>(
  request: Request,
  what: string,
  find: () => Promise<Value>,
): Promise<Value> {
  const known = found().get(request.headers.get(requestIdHeader) ?? '')
  if (!known) return find()
  const before = known.get(what) as Promise<Value> | undefined
  if (before) return before
  const asked = find()
  known.set(what, asked)
  return asked
}
