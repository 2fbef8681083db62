import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from './icon.tsx'
import { pagesShown } from './pages-shown.ts'

export interface Column<Row> {
  id: string
  head: string
  /** What the column counts or is measured in: "personer", "%". */
  unit?: string
  /** Set to the right in figures of equal width. */
  numeric?: boolean
  /** What the list is sorted by when the head is chosen (see Sorting). */
  sort?: string
  cell: (row: Row) => ReactNode
}

/** How a list is sorted, and the address of another way. */
export interface Sorting {
  sort: string
  isDescending: boolean
  /** @param word a sort's name, with a minus before it for the other direction */
  to: (word: string) => string
}

interface DataTableProps<Row> {
  /** What the table shows, of whom and when. */
  caption: ReactNode
  /** The first column names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** What to do when there are no rows; a plain sentence when left out. */
  empty?: ReactNode
  /** On a phone: 'scroll' sideways (for figures to compare), or 'stack' each row as a block (for lists). */
  narrow?: 'scroll' | 'stack'
  /** Has more columns than many screens are wide: where it is not stacked, it scrolls sideways. */
  isWide?: boolean
  /** Makes links of the heads of columns that say what they sort by. */
  sorting?: Sorting
}

/** A table with a caption, units in its heads and row heads. The roles are written out because stacking drops them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty, narrow = 'scroll', isWide, sorting } = props
  const { t } = useI18n()
  const captionId = useId()
  if (rows.length === 0) return <>{empty ?? <p className="meta">{t('ui.table.empty')}</p>}</>
  const table = (
    <table className={`table table-${narrow}`} role="table">
      <caption id={captionId}>
        <span className="caption-text">{caption}</span>
      </caption>
      <thead>
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              data-numeric={column.numeric}
              aria-sort={directionOf(column, sorting)}
            >
              <Head column={column} sorting={sorting} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => (
              <Cell key={column.id} column={column} row={row} isHead={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'stack' && !isWide) return table
  return (
    // Sideways scrolling has to be reached by the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
      {table}
    </div>
  )
}

function directionOf<Row>({ sort }: Column<Row>, sorting: Sorting | undefined) {
  if (sort === undefined || sort !== sorting?.sort) return undefined
  return sorting.isDescending ? 'descending' : 'ascending'
}

function Head<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { head, unit, sort } = column
  const text = (
    <>
      {head}
      {unit && <span className="unit"> {unit}</span>}
    </>
  )
  if (sort === undefined || !sorting) return text
  const direction = directionOf(column, sorting)
  return (
    <Link
      to={sorting.to(direction === 'ascending' ? `-${sort}` : sort)}
      preventScrollReset
      className="table-sort"
    >
      {text}
      {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} />}
    </Link>
  )
}

function Cell<Row>(props: { column: Column<Row>; row: Row; isHead: boolean }) {
  const { column, row, isHead } = props
  if (isHead) {
    return (
      <th scope="row" role="rowheader">
        {column.cell(row)}
      </th>
    )
  }
  const head = column.unit ? `${column.head} (${column.unit})` : column.head
  return (
    <td role="cell" data-numeric={column.numeric} data-head={head}>
      {/* One box, so that what is in a cell stays together where rows are stacked. */}
      <div>{column.cell(row)}</div>
    </td>
  )
}

interface PaginationProps {
  /** From 1. */
  page: number
  pages: number
  /** The address of a page. */
  to: (page: number) => string
}

/** Links to the pages of a long list; nothing when there is only one. */
export function Pagination({ page, pages, to }: PaginationProps) {
  const { t, number } = useI18n()
  if (pages <= 1) return null
  return (
    <nav aria-label={t('ui.pages')} className="pages">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" className="pages-step">
          <Icon name="back" />
          {t('ui.pages.previous')}
        </Link>
      )}
      <ol>
        {pagesShown(page, pages).map((shown) => (
          <li key={shown.page} data-gap={shown.afterGap || undefined}>
            <Link
              to={to(shown.page)}
              aria-label={t('ui.pages.page', { page: shown.page })}
              aria-current={shown.page === page ? 'page' : undefined}
            >
              {number(shown.page)}
            </Link>
          </li>
        ))}
      </ol>
      {page < pages && (
        <Link to={to(page + 1)} rel="next" className="pages-step">
          {t('ui.pages.next')}
          <Icon name="forward" />
        </Link>
      )}
    </nav>
  )
}
