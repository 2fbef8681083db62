import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, Pagination, type Column } from '~/ui/table.tsx'

/** What a row of a file that is tried does. */
export type TriedOutcome = 'new' | 'changed' | 'ended' | 'unchanged' | 'refused'

interface TriedFileRowsProps<Outcome extends TriedOutcome, Row, Reason extends string> {
  /** The page of the file. */
  address: string
  /** Those that this kind of file has, in their order, and how many rows give each. */
  outcomes: readonly Outcome[]
  counts: Readonly<Record<Outcome, number>>
  means: (outcome: Outcome) => string
  /** Whether the rows of an outcome can still be looked at. */
  isOpen: (outcome: Outcome) => boolean
  /** The one whose rows are shown. */
  outcome: Outcome
  list: { rows: Row[]; page: number; pages: number }
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  reasons: readonly { reason: Reason; count: number }[]
  sayReason: (reason: Reason) => string
}

const wordOf = (outcome: TriedOutcome) => `people-file.outcome.${outcome}` as const

/** How many rows of a tried file give what, each count a way to those rows, and the rows of one kind. */
export function TriedFileRows<Outcome extends TriedOutcome, Row, Reason extends string>(
  props: TriedFileRowsProps<Outcome, Row, Reason>,
) {
  const { t } = useI18n()
  const { outcome } = props
  return (
    <Section id="rows" title={t('people-file.rows')}>
      <Counts {...props} />
      {props.isOpen(outcome) && (
        <>
          {outcome === 'refused' && <Reasons {...props} />}
          <Rows {...props} />
        </>
      )}
    </Section>
  )
}

function Counts<Outcome extends TriedOutcome, Row, Reason extends string>({
  address,
  outcomes,
  counts,
  means,
  isOpen,
}: TriedFileRowsProps<Outcome, Row, Reason>) {
  const { t, number } = useI18n()
  return (
    <DataTable
      caption={t('people-file.counts.caption')}
      columns={[
        {
          id: 'outcome',
          head: t('people-file.counts.outcome'),
          cell: ({ outcome, count }) => {
            const label = t(wordOf(outcome))
            if (count === 0 || !isOpen(outcome)) return label
            return <Link to={`${address}?show=${outcome}#rows`}>{label}</Link>
          },
        },
        {
          id: 'count',
          head: t('people-file.counts.count'),
          numeric: true,
          cell: ({ count }) => number(count),
        },
        {
          id: 'means',
          head: t('people-file.counts.means'),
          cell: ({ outcome }) => means(outcome),
        },
      ]}
      rows={outcomes.map((outcome) => ({ outcome, count: counts[outcome] }))}
      rowKey={({ outcome }) => outcome}
    />
  )
}

function Reasons<Outcome extends TriedOutcome, Row, Reason extends string>({
  address,
  reasons,
  sayReason,
}: TriedFileRowsProps<Outcome, Row, Reason>) {
  const { t, number } = useI18n()
  if (reasons.length === 0) return null
  return (
    <>
      <p>
        {t('people-file.refused.intro')}{' '}
        <a href={`${address}/refused.csv`} download>
          {t('people-file.refused.download')}
        </a>
      </p>
      <DataTable
        caption={t('people-file.reasons.caption')}
        columns={[
          {
            id: 'reason',
            head: t('people-file.column.reason'),
            cell: ({ reason }) => sayReason(reason),
          },
          {
            id: 'count',
            head: t('people-file.counts.count'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
        ]}
        rows={[...reasons]}
        rowKey={({ reason }) => reason}
      />
    </>
  )
}

function Rows<Outcome extends TriedOutcome, Row, Reason extends string>({
  address,
  outcome,
  list,
  columns,
  rowKey,
}: TriedFileRowsProps<Outcome, Row, Reason>) {
  const { t } = useI18n()
  if (list.rows.length === 0) return null
  return (
    <>
      <DataTable
        caption={t(wordOf(outcome))}
        narrow="stack"
        columns={columns}
        rows={list.rows}
        rowKey={rowKey}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        to={(page) => `${address}?show=${outcome}&page=${page}#rows`}
      />
    </>
  )
}
