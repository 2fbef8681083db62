import { createContext, useContext, useMemo, type ReactNode } from 'react'
import {
  formatClock,
  formatDay,
  formatDayOf,
  formatMoment,
  formatNumber,
  formatShare,
  type Language,
  type MessageParams,
} from './format.ts'
import {
  translateLoosely,
  translatorOf,
  type MessageKey,
  type Messages,
  type Translate,
} from './translate.ts'

export interface I18n {
  language: Language
  t: Translate
  /** For keys known only when running, such as a refusal's code. */
  tLoose: (key: string, params: MessageParams, fallback: MessageKey) => string
  number: (value: number, decimals?: number) => string
  share: (value: number) => string
  day: (day: string) => string
  moment: (moment: Date | string) => string
  /** The time of day only. */
  clock: (moment: Date | string) => string
  /** The Swedish day that the moment lies in. */
  dayOf: (moment: Date | string) => string
}

/** Everything that speaks a language; made once per language and document. */
export function makeI18n(language: Language, messages: Messages): I18n {
  return {
    language,
    t: translatorOf(language, messages),
    tLoose: (key, params, fallback) => translateLoosely(language, messages, key, params, fallback),
    number: (value, decimals) => formatNumber(language, value, decimals),
    share: (value) => formatShare(language, value),
    day: (day) => formatDay(language, day),
    moment: (moment) => formatMoment(language, moment),
    clock: (moment) => formatClock(language, moment),
    dayOf: (moment) => formatDayOf(language, moment),
  }
}

const I18nContext = createContext<I18n | null>(null)

export function I18nProvider(props: {
  language: Language
  messages: Messages
  children: ReactNode
}) {
  const { language, messages, children } = props
  const value = useMemo(() => makeI18n(language, messages), [language, messages])
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

/** The texts, numbers and dates of the reader's language. */
export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (!value) throw new Error('Broken assumption: useI18n is used outside I18nProvider')
  return value
}
