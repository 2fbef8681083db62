import type { Pages } from '~/domain/quality/page-figures.ts'
import { fewestAttempts } from '~/domain/quality/question-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { PlaceName, useDuration, type Items } from './place-name.tsx'

/** How long attempts stay at each place. */
export function PageTimes({ figures, items }: { figures: Pages; items: Items }) {
  const { t, number } = useI18n()
  const duration = useDuration()
  const { pages, few } = figures
  return (
    <Section id="pages" title={t('quality.pages')}>
      <DataTable
        caption={t('quality.pages.caption')}
        columns={[
          {
            id: 'place',
            head: t('quality.page'),
            cell: (page) => <PlaceName {...page} items={items} unnamed={t('quality.page.whole')} />,
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
