import type { ResultView } from '~/domain/attempt/attempt.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { useStateWords } from './state-words.ts'
import { useTimeSpent } from './time-spent.ts'

/** A learner's attempts at a module so far, and what of them counts. */
export function MyAttempts({ result }: { result: ResultView }) {
  const { t, share, dayOf } = useI18n()
  const state = useStateWords()
  const timeSpent = useTimeSpent()
  return (
    <Section id="attempts" title={t('attempt.mine')} intro={<Stands result={result} />}>
      <DataTable
        caption={t('attempt.mine.caption')}
        narrow="stack"
        rows={result.attempts}
        rowKey={({ supportCode }) => supportCode}
        columns={[
          {
            id: 'number',
            head: t('attempt.number'),
            cell: ({ number }) => t('attempt.nth', { number }),
          },
          {
            id: 'started',
            head: t('attempt.started'),
            cell: ({ startedAt }) => dayOf(startedAt),
          },
          { id: 'state', head: t('module.fact.state'), cell: state },
          {
            id: 'result',
            head: t('attempt.result'),
            numeric: true,
            cell: ({ scoreScaled }) =>
              scoreScaled === null ? t('attempt.result.none') : share(scoreScaled),
          },
          {
            id: 'time',
            head: t('attempt.time'),
            numeric: true,
            cell: ({ totalSeconds }) => timeSpent(totalSeconds),
          },
          { id: 'code', head: t('player.code'), cell: ({ supportCode }) => supportCode },
        ]}
      />
    </Section>
  )
}

/** What counts, and by which rule where there are several to choose from. */
function Stands({ result: { attempts, stands, scoreRule } }: { result: ResultView }) {
  const { t, share } = useI18n()
  const state = useStateWords()(stands)
  const hasSeveral = attempts.filter(({ scoreScaled }) => scoreScaled !== null).length > 1
  return (
    <p>
      {stands.scoreScaled === null
        ? t('attempt.stands', { state })
        : t('attempt.stands.score', { state, score: share(stands.scoreScaled) })}
      {hasSeveral && ` ${t(`attempt.stands.${scoreRule}`)}`}
    </p>
  )
}
