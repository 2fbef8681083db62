import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { Facts, Section } from '~/ui/page.tsx'

interface DefinitionProps {
  asOf: Day
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  /** The day the figures were taken out. */
  takenOn?: Day
  /** Whether the page also counts persons. */
  persons?: boolean
}

/** What the figures on the page mean, and what they do not. */
export function Definition({ asOf, countsImported, takenOn, persons = false }: DefinitionProps) {
  const { t, day } = useI18n()
  const facts = [
    { term: t('definition.held'), value: t('definition.held.text') },
    { term: t('definition.required'), value: t('definition.required.text') },
    { term: t('definition.unknown'), value: t('definition.unknown.text') },
    { term: t('definition.uncounted'), value: t('definition.uncounted.text') },
    {
      term: t('definition.imported'),
      value: countsImported ? t('definition.imported.counts') : t('definition.imported.left-out'),
    },
    { term: t('definition.sum'), value: t('definition.sum.text') },
    { term: t('definition.as-of'), value: t('definition.as-of.text', { day: day(asOf) }) },
  ]
  if (persons) {
    facts.push({ term: t('definition.persons'), value: t('definition.persons.text') })
  }
  if (takenOn) facts.push({ term: t('definition.taken-on'), value: day(takenOn) })
  return (
    <Section id="definition" title={t('definition.title')}>
      <Facts facts={facts} />
    </Section>
  )
}
