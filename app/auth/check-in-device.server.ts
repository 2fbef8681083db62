import { createCookie } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { PersonActor } from '~/kernel/actor.ts'
import { readViewer } from './permission.server.ts'

// Tells this telephone for the day, so that it counts once: necessary for what was asked for, no consent needed.
const cookie = createCookie('check-in', {
  path: '/check-in',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 60 * 60 * 20,
})

/** Who comes to a session: the person who signed in, and the telephone. */
export interface RoomVisitor {
  actor: PersonActor | null
  device: string | null
  ip: string
}

/** Who asks for a page below /check-in. */
export async function readRoomVisitor({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<RoomVisitor> {
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  const viewer = await readViewer(request)
  return {
    actor: viewer?.actor ?? null,
    device: typeof kept === 'string' ? kept : null,
    ip: context.ip,
  }
}

/** Headers that tell a telephone what it is known by for the day. */
export async function keepDevice(device: string): Promise<{ 'Set-Cookie': string }> {
  return { 'Set-Cookie': await cookie.serialize(device) }
}
