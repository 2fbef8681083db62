import { createCookie } from '@remix-run/node'
import { languages, type Language } from '~/i18n/format.ts'
import { env } from '~/platform/env.server.ts'
import { singleton } from '~/platform/singleton.server.ts'
import { acceptedLanguage } from './accepted-language.ts'
import { readViewer } from './permission.server.ts'

// Set only when a visitor asks for it: necessary for what they asked, so no consent is needed.
const cookie = () =>
  singleton('language-cookie', () =>
    createCookie('language', {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: env().APP_ORIGIN.startsWith('https:'),
      maxAge: 365 * 24 * 3600,
    }),
  )

/** The language to answer in: the person's own, a visitor's choice, or what the browser asks for. */
export async function readLanguage(request: Request): Promise<Language> {
  const viewer = await readViewer(request)
  if (viewer) return viewer.actor.language
  const chosen: unknown = await cookie().parse(request.headers.get('Cookie'))
  return (
    languages.find((language) => language === chosen) ??
    acceptedLanguage(request.headers.get('Accept-Language'))
  )
}

/** @returns the Set-Cookie header that keeps a visitor's choice for a year */
export async function keepLanguage(language: Language): Promise<string> {
  return cookie().serialize(language)
}
