import { Link } from '@remix-run/react'
import type { OpenTable } from '~/domain/followup/open-participation-table.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

interface OpenFiguresProps {
  table: OpenTable
  /** What the figures are of: a module's title. */
  module: string
  /** Whether to show counties, where the table is the nation's. */
  byCounty?: boolean
  mayExport?: boolean
}

/** What people who were not signed in have said of themselves: beside the figures, never in them. */
export function OpenFigures({ table, module, byCounty, mayExport }: OpenFiguresProps) {
  const { t, day, number } = useI18n()
  const { total, firstOn, asOf, counties, groups } = table
  const count = {
    id: 'count',
    head: t('open.figures.count'),
    unit: t('open.figures.unit'),
    numeric: true,
    cell: (row: { count: number }) => number(row.count),
  }
  const caption = { module, day: day(asOf) }
  return (
    <Section id="open" title={t('open.figures.title')} intro={t('open.figures.intro')}>
      {firstOn === null ? (
        <p>{t('open.figures.none', caption)}</p>
      ) : (
        <>
          <p>{t('open.figures.total', { count: total, from: day(firstOn), to: day(asOf) })}</p>
          {byCounty && (
            <DataTable
              caption={t('open.figures.counties', caption)}
              narrow="stack"
              columns={[
                {
                  id: 'county',
                  head: t('nation.column.county'),
                  cell: ({ name }) => name ?? t('open.figures.unstated'),
                },
                count,
              ]}
              rows={counties}
              rowKey={({ code }) => code ?? 'unstated'}
            />
          )}
          <DataTable
            caption={t('open.figures.groups', caption)}
            narrow="stack"
            columns={[
              {
                id: 'group',
                head: t('coverage.column.group'),
                cell: ({ professionGroup }) =>
                  professionGroup ? t(`profession.${professionGroup}`) : t('open.figures.unstated'),
              },
              count,
            ]}
            rows={groups}
            rowKey={({ professionGroup }) => professionGroup ?? 'unstated'}
          />
        </>
      )}
      {mayExport && (
        <p>
          <Link to={`/nation/open.csv?asOf=${asOf}`} reloadDocument>
            {t('open.figures.file')}
          </Link>
        </p>
      )}
    </Section>
  )
}
