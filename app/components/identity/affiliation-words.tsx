import {
  isCurrent,
  type AffiliationStatus,
  type AffiliationView,
} from '~/domain/identity/affiliation.ts'
import type { I18n } from '~/i18n/i18n.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, type Day } from '~/kernel/dates.ts'
import { Tag, type Tone } from '~/ui/tag.tsx'

/** What a workplace is called: unit and organisation, or what the person wrote. */
export function workplaceName(
  { t }: I18n,
  { unitName, organisationName, statedWorkplace }: AffiliationView,
): string {
  if (unitName === null) return statedWorkplace ?? t('workplace.not-in-register')
  if (organisationName === null || organisationName === unitName) return unitName
  return `${unitName}, ${organisationName}`
}

/** Profession, municipality, the days it lasts and the employer's number for the person, in a line. */
export function workplaceFacts(i18n: I18n, affiliation: AffiliationView): string {
  const { t, day } = i18n
  const { professionGroup, municipalityName, validFrom, validTo, kind, employerNumber } =
    affiliation
  const days =
    validTo === null
      ? t('affiliation.since', { from: day(validFrom) })
      : t('affiliation.from-to', { from: day(validFrom), to: day(lastDayOf(validFrom, validTo)) })
  return [
    t(`affiliation.kind.${kind}`),
    t(`profession.${professionGroup}`),
    municipalityName,
    days,
    employerNumber && t('affiliation.employer-number', { number: employerNumber }),
  ]
    .filter(Boolean)
    .join(' · ')
}

// Ended before it began: as long as it lasted it was one day.
const lastDayOf = (from: Day, to: Day): Day => (to > from ? addDays(to, -1) : from)

const toneOf: Record<AffiliationStatus, Tone> = {
  claimed: 'info',
  confirmed: 'ok',
  declined: 'warn',
}

/** Whether the organisation has confirmed it, if there is one that can; for past ones, that it is over. */
export function AffiliationTag({
  affiliation,
  today,
}: {
  affiliation: AffiliationView
  today: Day
}) {
  const { t } = useI18n()
  const { status, unitId } = affiliation
  if (!isCurrent(affiliation, today)) return <Tag tone="info">{t('affiliation.ended')}</Tag>
  if (unitId === null) return <Tag tone="info">{t('affiliation.outside-register')}</Tag>
  return <Tag tone={toneOf[status]}>{t(`affiliation.status.${status}`)}</Tag>
}
