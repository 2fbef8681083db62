import type { LoaderFunctionArgs } from '@remix-run/node'
import { endSession } from '~/auth/session.server.ts'
import { env } from '~/platform/env.server.ts'

/** A link or a picture on somebody else's page leads away too, but ends no session. */
const fromOurselves = ['same-origin', 'none']

/**
 * The quick exit: ends the session and leads to a neutral page that is not told where from. GET,
 * since it is a plain link where JavaScript has not loaded.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const headers = new Headers({
    Location: env().QUICK_EXIT_URL,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  })
  const site = request.headers.get('Sec-Fetch-Site')
  if (site === null || fromOurselves.includes(site)) {
    headers.set('Set-Cookie', await endSession(request))
  }
  return new Response(null, { status: 303, headers })
}
