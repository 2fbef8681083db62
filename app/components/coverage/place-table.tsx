import { Link } from '@remix-run/react'
import type { TableRow } from '~/domain/followup/followup.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DataTable } from '~/ui/table.tsx'
import { useFigureColumns } from './figure-columns.tsx'

interface PlaceTableProps {
  rows: TableRow[]
  caption: string
  /** What the first column holds: counties or municipalities. */
  head: string
  nameOf: (row: TableRow) => string
  /** Where a place's name leads. */
  to?: (row: TableRow) => string | null
}

/** Coverage and persons of each place. */
export function PlaceTable({ rows, caption, head, nameOf, to }: PlaceTableProps) {
  const { t, number } = useI18n()
  const columns = useFigureColumns<TableRow>(({ coverage }) => coverage.total)
  // Many places stand below each other here, so what each leaves out is a number, not a sentence.
  const figures = columns.filter(({ id }) => id === 'coverage' || id === 'source')
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          id: 'place',
          head,
          cell: (row) => {
            const address = to?.(row)
            return address ? <Link to={address}>{nameOf(row)}</Link> : nameOf(row)
          },
        },
        ...figures,
        {
          id: 'unknown-units',
          head: t('coverage.column.unknown-units'),
          unit: t('coverage.unit.units'),
          numeric: true,
          cell: ({ coverage }) => number(coverage.total.unknownUnits),
        },
        {
          id: 'uncounted',
          head: t('coverage.column.uncounted'),
          unit: t('coverage.unit.employments'),
          numeric: true,
          cell: ({ coverage }) => number(coverage.total.heldUncounted),
        },
        {
          id: 'persons',
          head: t('followup.column.persons'),
          unit: t('followup.unit.persons'),
          numeric: true,
          cell: ({ persons }) => (persons === null ? t('followup.not-told') : number(persons)),
        },
      ]}
      rows={rows}
      rowKey={({ code }) => code ?? 'placeless'}
    />
  )
}
