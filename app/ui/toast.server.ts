import { createCookie, redirect } from '@remix-run/node'
import type { MessageKey } from '~/i18n/translate.ts'
import { newId } from '~/kernel/ids.ts'

// Holds a message's key and nothing else, for one page view: necessary storage, no consent needed.
const toastCookie = createCookie('toast', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 60,
})

/** Leads on to another page that says, once, what was done. The change itself also shows there. */
export async function redirectWithToast(to: string, key: MessageKey): Promise<Response> {
  return redirect(to, {
    headers: { 'Set-Cookie': await toastCookie.serialize(`${newId()} ${key}`) },
  })
}

/** The message to show now, and the header that forgets it. */
export async function takeToast(
  request: Request,
): Promise<{ id: string; key: string; forget: string } | undefined> {
  const kept = (await toastCookie.parse(request.headers.get('Cookie'))) as string | null
  const [id, key] = kept?.split(' ') ?? []
  if (!id || !key) return undefined
  return { id, key, forget: await toastCookie.serialize('', { maxAge: 0 }) }
}
