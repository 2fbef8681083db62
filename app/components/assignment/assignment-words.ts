import type { Assignment, AudiencePlace, Terms } from '~/domain/assignment/assignment.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** What an assignment says, in words. */
export function useAssignmentWords() {
  const { t, day, language } = useI18n()
  const title = (thing: { titleSv: string; titleEn: string }) =>
    language === 'en' ? thing.titleEn : thing.titleSv
  const targetOf = ({ target }: Pick<Assignment, 'target'>) =>
    target.kind === 'module'
      ? title(target)
      : t(`assignment.target.${target.kind}`, { title: title(target) })
  const placeOf = ({ kind, name }: AudiencePlace & { name: string | null }) =>
    kind === 'nation' || name === null
      ? t('assignment.place.nation')
      : t(`assignment.place.${kind}`, { name })
  const dueOf = ({ dueOn, dueDays }: Pick<Terms, 'dueOn' | 'dueDays'>) => {
    if (dueOn !== null && dueDays !== null) {
      return t('assignment.due.both', { day: day(dueOn), count: dueDays })
    }
    if (dueDays !== null) return t('assignment.due.days', { count: dueDays })
    return dueOn === null ? t('assignment.due.none') : day(dueOn)
  }
  const repeatOf = ({ repeatMonths }: Pick<Terms, 'repeatMonths'>) =>
    repeatMonths === null ? null : t('assignment.repeat.every', { count: repeatMonths })
  return { targetOf, placeOf, dueOf, repeatOf, audienceOf: useAudience(placeOf) }
}

type Places = (AudiencePlace & { name: string | null })[]

function useAudience(placeOf: (place: Places[number]) => string) {
  const { t } = useI18n()
  /** Where, and of those there whom: "Gävle, Sandviken · Förskola och skola · nyanställda". */
  return (
    audience: Pick<Assignment, 'professionGroups' | 'onlyNew' | 'people'> & { places: Places },
  ) => {
    const { places, professionGroups, onlyNew, people } = audience
    return [
      places.map(placeOf).join(', '),
      professionGroups.map((group) => t(`profession.${group}`)).join(', ') ||
        t('assignment.all-groups'),
      onlyNew && t('assignment.only-new'),
      people !== null && t('assignment.by-name', { count: people }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
