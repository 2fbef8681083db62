import type { EvaluationResults } from '~/domain/activity/evaluation.server.ts'
import { fewestAnswers, type ShownAnswers } from '~/domain/activity/evaluation.ts'
import type { SessionTime } from '~/domain/activity/activity.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { sessionText } from './session-words.ts'

/** The columns of means; dashes where nothing may be shown. */
export function useAnswerColumns<Row extends { shown: ShownAnswers | null }>(): Column<Row>[] {
  const { t, number } = useI18n()
  const mean = (value: number | undefined) => (value === undefined ? '–' : number(value, 1))
  return [
    {
      id: 'before',
      head: t('evaluation.column.before'),
      numeric: true,
      cell: ({ shown }) => mean(shown?.before),
    },
    {
      id: 'after',
      head: t('evaluation.column.after'),
      numeric: true,
      cell: ({ shown }) => mean(shown?.after),
    },
  ]
}

interface EvaluationResultsProps {
  results: EvaluationResults
  sessions: (SessionTime & { id: string })[]
}

/** How sure those who came felt before and after, of each session that may be shown. */
export function EvaluationResultsSection({ results, sessions }: EvaluationResultsProps) {
  const i18n = useI18n()
  const { t, number } = i18n
  const columns = useAnswerColumns<EvaluationResults['sessions'][number]>()
  const { whole } = results
  const wholeRow = whole && {
    ...{ sessionId: 'all', answers: whole.answers, isOpen: false, shown: whole },
  }
  const timeOf = (sessionId: string) => sessions.find(({ id }) => id === sessionId)
  return (
    <Section
      id="evaluation"
      title={t('evaluation.results')}
      intro={<p>{t('evaluation.results.rule', { count: fewestAnswers })}</p>}
    >
      <DataTable
        caption={t('evaluation.caption')}
        narrow="stack"
        columns={[
          {
            id: 'when',
            head: t('activity.column.session'),
            cell: ({ sessionId }) => {
              const session = timeOf(sessionId)
              return session ? sessionText(i18n, session) : t('participation.total')
            },
          },
          {
            id: 'answers',
            head: t('evaluation.column.answers'),
            numeric: true,
            cell: ({ answers, isOpen }) =>
              isOpen ? t('evaluation.so-far', { shown: number(answers) }) : number(answers),
          },
          ...columns,
        ]}
        rows={wholeRow && sessions.length > 1 ? [...results.sessions, wholeRow] : results.sessions}
        rowKey={({ sessionId }) => sessionId}
        empty={<p className="meta">{t('evaluation.none')}</p>}
      />
    </Section>
  )
}
