import { idleDays } from '~/domain/quality/page-figures.ts'
import { longestPauseSeconds, mostAttempts, type QualityFigures } from '~/domain/quality/quality.ts'
import { fewestAttempts, fewestForDiscrimination } from '~/domain/quality/question-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Facts, Section } from '~/ui/page.tsx'

/** What the figures mean, what they are made of, and of when. */
export function QualityDefinition({
  figures,
  readingSeconds,
}: {
  figures: QualityFigures
  /** Of a test. */
  readingSeconds: number | null
}) {
  const { t, moment } = useI18n()
  const fewest = fewestAttempts
  const facts = [
    {
      term: t('quality.definition.attempts'),
      value: t('quality.definition.attempts.text', { most: mostAttempts, fewest }),
    },
    {
      term: t('quality.definition.difficulty'),
      value: t('quality.definition.difficulty.text'),
    },
    {
      term: t('quality.definition.discrimination'),
      value: t('quality.definition.discrimination.text', { fewest: fewestForDiscrimination }),
    },
    {
      term: t('quality.definition.wrong'),
      value: t('quality.definition.wrong.text', { fewest }),
    },
    {
      term: t('quality.definition.time'),
      value: t('quality.definition.time.text', { minutes: longestPauseSeconds / 60 }),
    },
    {
      term: t('quality.definition.stops'),
      value: t('quality.definition.stops.text', { days: idleDays }),
    },
    ...(readingSeconds === null
      ? []
      : [
          {
            term: t('quality.definition.fast'),
            value: t('quality.definition.fast.text', { seconds: readingSeconds, fewest }),
          },
        ]),
    {
      term: t('quality.definition.gathered'),
      value: t('quality.definition.gathered.text', {
        since: moment(figures.since),
        until: moment(figures.until),
      }),
    },
  ]
  return (
    <Section id="definition" title={t('quality.definition')}>
      <Facts facts={facts} />
    </Section>
  )
}
