import { createHash, randomBytes } from 'node:crypto'
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql'
import { createCookie } from '@remix-run/node'
import { Lucia, TimeSpan, type DatabaseSession, type DatabaseUser } from 'lucia'
import { readActorOfSession } from '~/domain/identity/actor.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { database } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'
import { singleton } from '~/platform/singleton.server.ts'

// The only file that knows lucia, which is no longer developed (docs/decisions/0005).

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessions>
    DatabaseUserAttributes: { actor: PersonActor }
  }
}

/** lucia's own asks for the session and for its person apart, and then we would ask for the grants. */
class OneQuestionAdapter extends NodePostgresAdapter {
  override async getSessionAndUser(
    sessionId: string,
  ): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const found = await readActorOfSession(sessionId)
    if (!found) return [null, null]
    const { actor, expiresAt } = found
    return [
      { id: sessionId, userId: actor.personId, expiresAt, attributes: {} },
      { id: actor.personId, attributes: { actor } },
    ]
  }
}

const adapter = () =>
  singleton(
    'lucia-adapter',
    () => new OneQuestionAdapter(database().pool, { user: 'person', session: 'session' }),
  )

const lifetime = () => new TimeSpan(env().SESSION_MINUTES, 'm')

const sessions = () =>
  singleton(
    'lucia',
    () =>
      new Lucia(adapter(), {
        sessionExpiresIn: lifetime(),
        getUserAttributes: ({ actor }: { actor: PersonActor }) => ({ actor }),
      }),
  )

const isSecure = () => env().APP_ORIGIN.startsWith('https:')

// Host-only and without an end date: it goes when the browser closes, which suits shared computers.
const cookie = () =>
  singleton('session-cookie', () =>
    createCookie(isSecure() ? '__Host-session' : 'session', {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(),
    }),
  )

// The database holds a hash: who reads the table cannot sign in as anybody.
const idOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Starts a session. @returns the Set-Cookie header that carries its secret */
export async function startSession(personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await sessions().createSession(personId, {}, { sessionId: idOf(secret) })
  return cookie().serialize(secret)
}

export interface SignedIn {
  actor: PersonActor
  expiresAt: Date
}

/** Whose session the request carries, if it is still good; using it past half its time prolongs it. */
export async function readSession(request: Request): Promise<SignedIn | null> {
  const secret = await secretOf(request)
  if (!secret) return null
  const { session, user } = await sessions().validateSession(idOf(secret))
  return session && { actor: user.actor, expiresAt: session.expiresAt }
}

/** Until when the request's session is good. Looking does not prolong it. */
export async function peekSession(request: Request): Promise<Date | null> {
  const secret = await secretOf(request)
  if (!secret) return null
  const [session] = await adapter().getSessionAndUser(idOf(secret))
  return session && session.expiresAt > now() ? session.expiresAt : null
}

/** Gives the request's session its whole time again. @returns until when; null when it has ended */
export async function prolongSession(request: Request): Promise<Date | null> {
  const secret = await secretOf(request)
  if (!secret || !(await peekSession(request))) return null
  const expiresAt = new Date(now().getTime() + lifetime().milliseconds())
  await adapter().updateSessionExpiration(idOf(secret), expiresAt)
  return expiresAt
}

/** Ends the request's session. @returns the Set-Cookie header that forgets it */
export async function endSession(request: Request): Promise<string> {
  const secret = await secretOf(request)
  if (secret) await sessions().invalidateSession(idOf(secret))
  return cookie().serialize('', { maxAge: 0 })
}

/** What tells the request's session from all others; it opens nothing. Null without one. */
export async function markOfSession(request: Request): Promise<string | null> {
  const secret = await secretOf(request)
  return secret && idOf(`mark ${secret}`)
}

async function secretOf(request: Request): Promise<string | null> {
  const secret = (await cookie().parse(request.headers.get('Cookie'))) as unknown
  return typeof secret === 'string' && secret !== '' ? secret : null
}
