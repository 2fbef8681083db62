import type { I18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import type { NoticePart, OpenDuty } from './duty-notice.ts'
import { inFrame, type WrittenNotice } from './notice.ts'

/** Something to do, with the words in which it is told. */
export interface WordedDuty extends OpenDuty {
  slug: string
  titleSv: string
  titleEn: string
  minutes: number
  /** Whether it was done before and is asked for once more. */
  isAgain: boolean
  /** In whose name: an organisation's, a county board's or the nation's. */
  issuer: { kind: 'organisation' | 'county' | 'nation'; name: string | null }
}

export type WordedPart = NoticePart & WordedDuty

/** How much of a mail is only recommended. */
export type Optional = 'none' | 'some' | 'all'

/** How much of what is told is only recommended. */
export function optionalOf(parts: readonly { isMandatory: boolean }[]): Optional {
  if (parts.every(({ isMandatory }) => isMandatory)) return 'none'
  return parts.some(({ isMandatory }) => isMandatory) ? 'some' : 'all'
}

/** Whole addresses. */
export interface DutyLinks {
  home: string
  calendar: string
  unsubscribe: string
  moduleOf: (slug: string) => string
}

/**
 * One mail about all that is told: what, by when, how long, in whose name and whether it must be done. The
 * subject says that there is something, and not what.
 * @param parts at least one, the most urgent first
 * @param support the address that answers questions
 */
export function writeDutyNotice(
  i18n: I18n,
  parts: readonly WordedPart[],
  links: DutyLinks,
  support: string,
): WrittenNotice {
  const { t } = i18n
  const sections = (['late', 'soon', 'assigned'] as const).flatMap((kind) => {
    const within = parts.filter((part) => sectionOf(part) === kind)
    if (within.length === 0) return []
    const told = within.map((part) => wordsOf(i18n, part, links))
    return [[t(`notice.duties.${kind}`), ...told].join('\n\n')]
  })
  const hasDay = parts.some(({ dueOn }) => dueOn !== null)
  const body = [
    ...sections,
    t('notice.duties.home', { home: links.home }),
    ...(hasDay ? [t('notice.duties.calendar', { calendar: links.calendar })] : []),
    optionalOf(parts) === 'none'
      ? t('notice.duties.mandatory-mail')
      : t('notice.duties.unsubscribe', { unsubscribe: links.unsubscribe }),
  ].join('\n\n')
  return {
    subject: t(`notice.duties.subject.${subjectOf(parts)}`),
    text: inFrame(i18n, body, support),
  }
}

function sectionOf({ stage }: WordedPart): 'late' | 'soon' | 'assigned' {
  return stage === 'close' ? 'soon' : stage
}

function subjectOf(parts: readonly WordedPart[]): 'late' | 'soon' | 'reminder' | 'assigned' {
  const sections = parts.map(sectionOf)
  if (sections.includes('late')) return 'late'
  if (parts.some(({ isReminder }) => isReminder)) return 'reminder'
  return sections.includes('soon') ? 'soon' : 'assigned'
}

function wordsOf(i18n: I18n, part: WordedPart, links: DutyLinks): string {
  const { t, language } = i18n
  const { titleSv, titleEn, dueOn, minutes, isMandatory, isAgain, isReminder, slug } = part
  const facts = [
    isMandatory ? t('notice.duties.is-mandatory') : t('notice.duties.is-recommended'),
    ...(dueOn === null ? [] : [dayWords(i18n, part.stage, dueOn)]),
    t('notice.duties.minutes', { count: minutes }),
  ]
  return [
    language === 'en' ? titleEn : titleSv,
    facts.join(' '),
    t('notice.duties.from', { issuer: issuerWords(i18n, part.issuer) }),
    ...(isAgain ? [t('notice.duties.again')] : []),
    ...(isReminder ? [t('notice.duties.reminder')] : []),
    links.moduleOf(slug),
  ].join('\n')
}

function dayWords({ t, day }: I18n, stage: NoticePart['stage'], dueOn: Day): string {
  return t(stage === 'late' ? 'notice.duties.was-due' : 'notice.duties.due', { day: day(dueOn) })
}

function issuerWords({ t }: I18n, { kind, name }: WordedDuty['issuer']): string {
  if (kind === 'nation' || name === null) return t('issuer.nation')
  return kind === 'county' ? t('issuer.county', { county: name }) : name
}
