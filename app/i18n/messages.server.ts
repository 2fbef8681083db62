import { en } from './en.ts'
import { languages, type Language } from './format.ts'
import { makeI18n, type I18n } from './i18n.tsx'
import { sv } from './sv.ts'
import type { Messages } from './translate.ts'

/** Both languages at once; the browser loads only one (see entry.client.tsx). */
export const messagesByLanguage: Record<Language, Messages> = { sv, en }

const byLanguage = Object.fromEntries(
  languages.map((language) => [language, makeI18n(language, messagesByLanguage[language])]),
) as Record<Language, I18n>

/** The texts of a language, for mail, exports and the command line. */
export function i18nOf(language: Language): I18n {
  return byLanguage[language]
}
