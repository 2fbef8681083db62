import { idleDays, type Stops } from '~/domain/quality/page-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CoverageBar } from '~/ui/figure.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { PlaceName, type Items, type Places } from './place-name.tsx'

interface StopTableProps {
  stops: Stops
  items: Items
  places: Places
  /** All that are counted, completed or not. */
  attempts: number
}

/** Where attempts that nobody goes on with were last. */
export function StopTable({ stops, items, places, attempts }: StopTableProps) {
  const { t, number } = useI18n()
  const { total, places: stopped, elsewhere } = stops
  // What is told together comes last, under no item.
  const rest = { item: '', location: '', attempts: elsewhere }
  const rows = elsewhere === 0 ? stopped : [...stopped, rest]
  const most = Math.max(0, ...rows.map((row) => row.attempts ?? 0))
  const intro =
    total === null
      ? t('quality.stops.untold', { days: idleDays })
      : t('quality.stops.total', { count: total, attempts, days: idleDays })
  return (
    <Section id="stops" title={t('quality.stops')} intro={total !== 0 && intro}>
      <DataTable
        caption={t('quality.stops.caption')}
        columns={[
          {
            id: 'place',
            head: t('quality.page'),
            cell: (row) =>
              row.item === '' ? (
                t('quality.stops.elsewhere')
              ) : (
                <PlaceName
                  {...row}
                  items={items}
                  places={places}
                  unnamed={t('quality.page.start')}
                />
              ),
          },
          {
            id: 'attempts',
            head: t('quality.attempts'),
            cell: (row) =>
              row.attempts === null ? (
                t('quality.few')
              ) : (
                <div className="figure">
                  <p>{number(row.attempts)}</p>
                  <CoverageBar coverage={{ held: row.attempts, required: most }} />
                </div>
              ),
          },
        ]}
        rows={rows}
        rowKey={({ item, location }) => `${item} ${location}`}
        empty={<p>{t('quality.stops.none')}</p>}
        narrow="stack"
      />
    </Section>
  )
}
