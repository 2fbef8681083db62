import type { ActivityFigures } from '~/domain/activity/activity-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

type Row = Pick<ActivityFigures['total'], 'activities' | 'participations'>

interface ActivityFiguresSectionProps {
  figures: ActivityFigures
  /** Names of counties, where they are to be told apart. */
  countyNames?: Record<string, string>
}

/** Activities that were held and how many took part, with what is counted and when. */
export function ActivityFiguresSection({ figures, countyNames }: ActivityFiguresSectionProps) {
  const { t, number, day } = useI18n()
  const { from, to, takenOn, types, counties, total } = figures
  const period = { from: day(from), to: day(to) }
  const numbers = <One extends Row>(): Column<One>[] => [
    {
      id: 'activities',
      head: t('activity.figures.activities'),
      numeric: true,
      cell: ({ activities }) => number(activities),
    },
    {
      id: 'participations',
      head: t('activities.column.participations'),
      numeric: true,
      cell: ({ participations }) => number(participations),
    },
  ]
  const whole = { ...total, type: null, countyCode: undefined }
  return (
    <Section
      id="activities"
      title={t('activity.figures.title')}
      intro={<p>{t('activity.figures.definition', { day: day(takenOn) })}</p>}
    >
      <DataTable
        caption={t('activity.figures.types', period)}
        narrow="stack"
        columns={[
          {
            id: 'type',
            head: t('activities.column.type'),
            cell: ({ type }) => (type ? t(`activity.type.${type}`) : t('participation.total')),
          },
          ...numbers<(typeof types)[number] | typeof whole>(),
        ]}
        rows={types.length > 0 ? [...types, whole] : []}
        rowKey={({ type }) => type ?? 'all'}
        empty={<p className="meta">{t('activity.figures.none', period)}</p>}
      />
      {countyNames && counties.length > 0 && (
        <DataTable
          caption={t('activity.figures.counties', period)}
          narrow="stack"
          columns={[
            {
              id: 'county',
              head: t('activities.column.county'),
              cell: ({ countyCode }) =>
                countyCode === undefined
                  ? t('participation.total')
                  : countyCode === null
                    ? t('activity.figures.nation')
                    : (countyNames[countyCode] ?? countyCode),
            },
            ...numbers<(typeof counties)[number] | typeof whole>(),
          ]}
          rows={[...counties, whole]}
          rowKey={({ countyCode }) => countyCode ?? String(countyCode)}
        />
      )}
    </Section>
  )
}
