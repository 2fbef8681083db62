import { dayOf } from '~/kernel/dates.ts'

/** The two languages of the interface. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export type Plural = { one: string; other: string }
export type Message = string | Plural
export type MessageParams = Record<string, string | number>

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }
// Made once: making one takes longer than a hundred uses of it.
const plurals = { sv: new Intl.PluralRules('sv'), en: new Intl.PluralRules('en') }

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const clock = { hour: '2-digit', minute: '2-digit' } as const
const swedishTime = { timeZone: 'Europe/Stockholm' }
const formats = {
  day: inBoth({ ...day, timeZone: 'UTC' }),
  moment: inBoth({ ...day, ...clock, ...swedishTime }),
  clock: inBoth({ ...clock, ...swedishTime }),
}

function inBoth(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return {
    sv: new Intl.DateTimeFormat(locales.sv, options),
    en: new Intl.DateTimeFormat(locales.en, options),
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>()
function numbers(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals })
  numberFormats.set(key, made)
  return made
}

/**
 * Fills a message's {places}. A plural message is chosen by the parameter `count`;
 * numbers are written the language's way ("1 234,5").
 */
export function fill(language: Language, message: Message, params: MessageParams = {}): string {
  const text = typeof message === 'string' ? message : message[pluralOf(language, params.count)]
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    if (value === undefined) return place
    return typeof value === 'number' ? formatNumber(language, value) : value
  })
}

function pluralOf(language: Language, count: string | number | undefined): 'one' | 'other' {
  return plurals[language].select(Number(count ?? 0)) === 'one' ? 'one' : 'other'
}

/** "1 234,5" in Swedish; at most one decimal unless told otherwise. */
export function formatNumber(language: Language, value: number, decimals = 1): string {
  return numbers(language, decimals).format(value)
}

/** A share 0..1 as whole per cent: "73 %". A share that is not quite none or all never shows as 0 or 100. */
export function formatShare(language: Language, share: number): string {
  const percent = Math.round(share * 100)
  const shown = share > 0 && percent === 0 ? 1 : share < 1 && percent === 100 ? 99 : percent
  return language === 'sv' ? `${shown}\u00a0%` : `${shown}%`
}

/** A day "2026-11-21" as "21 nov. 2026", which is not broken over lines. */
export function formatDay(language: Language, day: string): string {
  const written = formats.day[language].format(new Date(`${day}T00:00:00Z`))
  return written.replaceAll(' ', '\u00a0')
}

/** A moment as "21 nov. 2026 14:02", Swedish time. */
export function formatMoment(language: Language, moment: Date | string): string {
  return formats.moment[language].format(new Date(moment))
}

/** A moment's time of day, "14:02", Swedish time. */
export function formatClock(language: Language, moment: Date | string): string {
  return formats.clock[language].format(new Date(moment))
}

/** The Swedish day of a moment as "21 nov. 2026". */
export function formatDayOf(language: Language, moment: Date | string): string {
  return formatDay(language, dayOf(new Date(moment)))
}
