import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { peekSession, prolongSession } from '~/auth/session.server.ts'
import { now } from '~/kernel/clock.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** When the session ends. Asking does not prolong it. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return answer(await peekSession(request))
}

/** Gives the session its whole time again. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answer(await prolongSession(request))
}

// The server's time goes along: the browser's clock need not be right.
function answer(expiresAt: Date | null): Response {
  if (!expiresAt) throw new Refusal('session.expired')
  return Response.json({ expiresAt: expiresAt.toISOString(), servedAt: now().toISOString() })
}
