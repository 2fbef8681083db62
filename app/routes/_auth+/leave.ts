import type { LoaderFunctionArgs } from '@remix-run/node'
import { endSession } from '~/auth/session.server.ts'
import { env } from '~/platform/env.server.ts'
import { leftCookie } from '~/ui/left-cookie.ts'

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
    headers.append('Set-Cookie', await endSession(request))
    headers.append('Set-Cookie', leftCookie)
  }
  return new Response(null, { status: 303, headers })
}
