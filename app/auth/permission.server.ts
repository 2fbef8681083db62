import { redirect } from '@remix-run/node'
import type { PersonActor } from '~/kernel/actor.ts'
import { mayAnywhere, type Verb } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { oncePerRequest } from '~/platform/http/once-per-request.server.ts'
import { readSession } from './session.server.ts'

export interface Viewer {
  actor: PersonActor
  sessionExpiresAt: Date
}

/** Who is looking, or null for a visitor. The root, the page and its language ask, and one look-up serves all. */
export function readViewer(request: Request): Promise<Viewer | null> {
  return oncePerRequest(request, 'viewer', async () => {
    const session = await readSession(request)
    return session && { actor: session.actor, sessionExpiresAt: session.expiresAt }
  })
}

/**
 * The person who is signed in. A visitor who asks for a page is led to sign in and back again;
 * one who sends a form is told, and the form keeps what was typed.
 * @throws Refusal session.expired, or a redirect
 */
export async function requireActor(request: Request): Promise<PersonActor> {
  const viewer = await readViewer(request)
  if (viewer) return viewer.actor
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal('session.expired')
  const url = new URL(request.url)
  throw redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`)
}

/**
 * The person who is signed in, if some role of theirs allows the verb somewhere. Where it counts
 * is checked by the noun's verb against the thing itself (`may`), or by its query (`reachOf`).
 * @throws Refusal forbidden
 */
export async function requirePermission(request: Request, verb: Verb): Promise<PersonActor> {
  const actor = await requireActor(request)
  if (!mayAnywhere(actor, verb)) throw new Refusal('forbidden')
  return actor
}
