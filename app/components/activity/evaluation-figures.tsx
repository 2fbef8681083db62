import type { ActivityType } from '~/domain/activity/activity.ts'
import type { EvaluationFigures } from '~/domain/activity/evaluation.server.ts'
import { fewestAnswers, type ShownAnswers } from '~/domain/activity/evaluation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { useAnswerColumns } from './evaluation-results.tsx'

interface Row {
  type: ActivityType | null
  shown: ShownAnswers
}

interface EvaluationFiguresProps {
  figures: EvaluationFigures
  period: { from: Day; to: Day }
}

/** How sure participants felt before and after, over activities, by type. */
export function EvaluationFiguresSection({ figures, period }: EvaluationFiguresProps) {
  const { t, number, day } = useI18n()
  const columns = useAnswerColumns<Row>()
  const { types, total } = figures
  const rows: Row[] = types.map(({ type, ...shown }) => ({ type, shown }))
  const shownPeriod = { from: day(period.from), to: day(period.to) }
  return (
    <Section
      id="evaluations"
      title={t('evaluation.figures')}
      intro={<p>{t('evaluation.figures.rule', { count: fewestAnswers })}</p>}
    >
      <DataTable
        caption={t('evaluation.figures.caption', shownPeriod)}
        columns={[
          {
            id: 'type',
            head: t('activities.column.type'),
            cell: ({ type }) => (type ? t(`activity.type.${type}`) : t('participation.total')),
          },
          {
            id: 'answers',
            head: t('evaluation.column.answers'),
            numeric: true,
            cell: ({ shown }) => number(shown.answers),
          },
          ...columns,
        ]}
        rows={total ? [...rows, { type: null, shown: total }] : []}
        rowKey={({ type }) => type ?? 'all'}
        empty={<p className="meta">{t('evaluation.figures.none', shownPeriod)}</p>}
      />
    </Section>
  )
}
