import type { Language } from './format.ts'

const written = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const formats: Record<Language, Intl.DateTimeFormat> = {
  sv: new Intl.DateTimeFormat('sv-SE', written),
  en: new Intl.DateTimeFormat('en-GB', written),
}

/** A month "2026-11" as "november 2026". */
export function formatMonth(language: Language, month: string): string {
  return formats[language].format(new Date(`${month}-01T00:00:00Z`))
}
