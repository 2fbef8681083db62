import { Link } from '@remix-run/react'
import { isSomething, statusOf, type Figure } from '~/domain/coverage/coverage.ts'
import type { OverviewRow } from '~/domain/coverage/module-overview.ts'
import type { ModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { listSearch } from '~/kernel/list-query.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { coverageText } from '~/ui/figure.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { shownCoverage } from './figure-columns.tsx'
import { moduleTitle } from './module-title.ts'

interface OverviewTableProps {
  view: ModuleOverview
  /** The unit that is opened; null for the whole organisation. */
  opened: string | null
  /** The list of people behind a figure is of today; there is none of another day. */
  isToday: boolean
}

/** All that is asked, by profession group: how many have it of how many who should, or that nobody knows. */
export function OverviewTable({ view, opened, isToday }: OverviewTableProps) {
  const { t, day } = useI18n()
  const { organisation, path, groups, rows, asOf } = view
  const here = `/organisations/${organisation.id}`
  const peopleOf = ({ slug }: OverviewRow, group: ProfessionGroup) =>
    slug !== null && view.mayPeople && isToday
      ? `${here}/people${listSearch('', { module: slug, unit: opened, group })}`
      : null
  const columns: Column<OverviewRow>[] = [
    {
      id: 'thing',
      head: t('overview.thing'),
      cell: (row) => (
        <Thing
          row={row}
          to={
            row.slug === null
              ? null
              : here + listSearch('', { module: row.slug, asOf, unit: opened })
          }
        />
      ),
    },
    {
      id: 'all',
      head: t('overview.all-groups'),
      cell: ({ coverage }) => <OverviewFigure figure={coverage.total} />,
    },
    ...groups.map((group) => ({
      id: group,
      head: t(`profession.${group}`),
      cell: (row: OverviewRow) => (
        <OverviewFigure
          figure={row.coverage.groups.find(({ professionGroup }) => professionGroup === group)}
          group={t(`profession.${group}`)}
          to={peopleOf(row, group)}
        />
      ),
    })),
  ]
  return (
    <DataTable
      caption={t('overview.caption', { unit: path.at(-1)?.name ?? '', day: day(asOf) })}
      narrow="stack"
      isWide={groups.length > 3}
      columns={columns}
      rows={rows}
      rowKey={({ kind, id }) => `${kind} ${id}`}
    />
  )
}

/** A module leads to its own page here. */
function Thing({ row, to }: { row: OverviewRow; to: string | null }) {
  const { t, language } = useI18n()
  const { kind, moduleIds, isMandatory } = row
  const title = moduleTitle(row, language)
  return (
    <>
      {to ? <Link to={to}>{title}</Link> : title}{' '}
      {!isMandatory && <Tag tone="info">{t('assignment.recommended')}</Tag>}
      {kind !== 'module' && (
        <p className="meta">{t(`overview.${kind}`, { count: moduleIds.length })}</p>
      )}
    </>
  )
}

interface OverviewFigureProps {
  figure: Figure | undefined
  group?: string
  /** The list of those it is about. */
  to?: string | null
}

function OverviewFigure({ figure, group = '', to = null }: OverviewFigureProps) {
  const i18n = useI18n()
  const { t } = i18n
  if (!figure || !isSomething(figure)) return t('overview.nobody')
  const coverage = shownCoverage(figure)
  const parts = [
    coverageText(i18n, coverage),
    coverage.required === null && coverage.held > 0
      ? t('ui.figure.unknown.held', { count: coverage.held })
      : null,
    statusOf(figure) === 'partly' ? t('coverage.partly') : null,
  ].filter((part) => part !== null)
  const text = parts.join(' · ')
  if (!to) return text
  return (
    <Link to={to} aria-label={t('overview.who', { figure: text, group })}>
      {text}
    </Link>
  )
}
