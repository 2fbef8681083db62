import type { Pages } from '~/domain/quality/page-figures.ts'
import { fewestAttempts } from '~/domain/quality/question-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { PlaceName, useDuration, type Items, type Places } from './place-name.tsx'

interface PageTimesProps {
  figures: Pages
  items: Items
  places: Places
}

/** How long attempts stay at each place, in the order in which they are met where that is known. */
export function PageTimes({ figures, items, places }: PageTimesProps) {
  const { t, number } = useI18n()
  const duration = useDuration()
  const { few } = figures
  const nth = ({ location }: { location: string }) =>
    places.findIndex((place) => place.location === location)
  const pages = figures.pages.toSorted((a, b) => nth(a) - nth(b))
  return (
    <Section id="pages" title={t('quality.pages')}>
      <DataTable
        caption={t('quality.pages.caption')}
        columns={[
          {
            id: 'place',
            head: t('quality.page'),
            cell: (page) => (
              <PlaceName
                {...page}
                items={items}
                places={places}
                unnamed={t('quality.page.whole')}
              />
            ),
          },
          {
            id: 'time',
            head: t('quality.page.time'),
            unit: t('quality.page.time.unit'),
            numeric: true,
            cell: ({ medianSeconds }) => duration(medianSeconds),
          },
          {
            id: 'attempts',
            head: t('quality.attempts'),
            numeric: true,
            cell: ({ attempts }) => number(attempts),
          },
          {
            id: 'visits',
            head: t('quality.page.visits'),
            numeric: true,
            cell: ({ visits }) => number(visits),
          },
        ]}
        rows={pages}
        rowKey={({ item, location }) => `${item} ${location}`}
        empty={few === 0 ? <p>{t('quality.pages.none')}</p> : <></>}
        narrow="stack"
      />
      {few > 0 && (
        <p className="meta">{t('quality.pages.few', { count: few, fewest: fewestAttempts })}</p>
      )}
    </Section>
  )
}
