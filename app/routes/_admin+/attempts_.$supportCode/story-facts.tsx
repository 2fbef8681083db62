import { Link } from '@remix-run/react'
import { useStateWords } from '~/components/attempt/state-words.ts'
import { useTimeSpent } from '~/components/attempt/time-spent.ts'
import { useInLanguage } from '~/components/module/module-words.tsx'
import type {
  AttemptStory,
  StoryCompletion,
  StoryPart,
  StoryPlace,
} from '~/domain/attempt/attempt-story.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Facts, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

/** Whose attempt at what it is, and how it stands. */
export function StoryFacts({ story }: { story: AttemptStory }) {
  const { t, moment, share, number } = useI18n()
  const inLanguage = useInLanguage()
  const state = useStateWords()
  const timeSpent = useTimeSpent()
  const { learner, module, edition, scoreScaled, counted } = story
  const facts = [
    {
      term: t('story.learner'),
      value: learner ? (
        <Link to={`/people/${learner.personId}`}>
          {learner.givenName} {learner.familyName}
        </Link>
      ) : (
        t('story.learner.hidden')
      ),
    },
    { term: t('story.module'), value: inLanguage(module.titleSv, module.titleEn) },
    {
      term: t('story.version'),
      value: t('story.version.value', {
        number: story.versionNumber,
        standard: `SCORM ${edition}`,
      }),
    },
    { term: t('story.number'), value: number(story.number) },
    { term: t('story.started'), value: moment(story.startedAt) },
    { term: t('story.state'), value: state(story) },
    {
      term: t('story.result'),
      value: scoreScaled === null ? t('story.result.none') : share(scoreScaled),
    },
    { term: t('story.time'), value: timeSpent(story.totalSeconds) },
    { term: t('story.counts'), value: <Counts counted={counted} /> },
  ]
  if (counted) {
    facts.push({ term: t('story.places'), value: <Places places={counted.places} /> })
  }
  if (story.others.length > 0) {
    facts.push({ term: t('story.others'), value: <Others others={story.others} /> })
  }
  return (
    <Section id="facts" title={t('story.facts')}>
      <Facts facts={facts} />
    </Section>
  )
}

function Counts({ counted }: { counted: StoryCompletion | null }) {
  const { t, dayOf } = useI18n()
  if (!counted) return t('story.counts.no')
  const day = dayOf(counted.completedAt)
  return counted.isOther ? t('story.counts.other', { day }) : t('story.counts.from', { day })
}

function Places({ places }: { places: StoryPlace[] }) {
  const { t } = useI18n()
  if (places.length === 0) return t('story.places.none')
  return places.map(({ organisation, unit, status }, index) => {
    const named = [...new Set([unit, organisation])].filter((name) => name !== null).join(', ')
    const place = named || t('story.place.unlisted')
    return (
      <p key={index}>
        {status === 'confirmed' ? t('story.place', { place }) : t('story.place.claimed', { place })}
      </p>
    )
  })
}

function Others({ others }: Pick<AttemptStory, 'others'>) {
  const { t } = useI18n()
  return others.map(({ supportCode, number }) => (
    <p key={supportCode}>
      <Link to={`/attempts/${supportCode}`}>{t('story.other', { number, code: supportCode })}</Link>
    </p>
  ))
}

/** How far the attempt has come in each part. */
export function StoryParts({ parts }: { parts: StoryPart[] }) {
  const { t, share } = useI18n()
  const state = useStateWords()
  const timeSpent = useTimeSpent()
  return (
    <Section id="parts" title={t('story.parts')}>
      <DataTable
        caption={t('story.parts.caption')}
        narrow="stack"
        rows={parts}
        rowKey={({ identifier }) => identifier}
        columns={[
          { id: 'part', head: t('story.part'), cell: ({ title }) => title },
          { id: 'state', head: t('story.state'), cell: state },
          {
            id: 'result',
            head: t('story.result'),
            numeric: true,
            cell: ({ scoreScaled }) =>
              scoreScaled === null ? t('story.result.none') : share(scoreScaled),
          },
          {
            id: 'time',
            head: t('story.time'),
            numeric: true,
            cell: ({ totalSeconds }) => timeSpent(totalSeconds),
          },
        ]}
      />
    </Section>
  )
}
