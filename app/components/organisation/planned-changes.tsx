import { Link } from '@remix-run/react'
import type { PlannedChange, PlannedLine } from '~/domain/identity/planned-change.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DataTable } from '~/ui/table.tsx'
import { sentenceOf } from './unit-history.tsx'

interface PlannedChangesProps {
  planned: PlannedChange[]
  /** Of the organisation whose page it is: others are named. */
  organisationId: string
}

/** What is planned for an organisation, and the way to take it back. */
export function PlannedChanges({ planned, organisationId }: PlannedChangesProps) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={t('units.planned.caption')}
      narrow="stack"
      columns={[
        {
          id: 'what',
          head: t('units.history.what'),
          cell: ({ lines }) => <PlannedLines lines={lines} organisationId={organisationId} />,
        },
        { id: 'day', head: t('units.history.day'), cell: (change) => day(change.day) },
        {
          id: 'by',
          head: t('units.planned.by'),
          cell: ({ plannedBy, plannedOn }) =>
            plannedBy
              ? t('units.planned.by-on', { name: plannedBy, day: day(plannedOn) })
              : day(plannedOn),
        },
        {
          id: 'back',
          head: t('units.planned.change'),
          cell: ({ mayTakeBack, plannedId, lines }) =>
            mayTakeBack && (
              <Link
                to={`/organisations/${organisationId}/planned/${plannedId}`}
                aria-label={t('units.planned.back-of', { unit: lines[0]?.name ?? '' })}
              >
                {t('units.planned.back')}
              </Link>
            ),
        },
      ]}
      rows={planned}
      rowKey={({ plannedId }) => plannedId}
    />
  )
}

/** As many lines of one change as are told one by one. */
const mostLines = 10

/** The sentences of one planned change. */
export function PlannedLines({
  lines,
  organisationId,
}: {
  lines: PlannedLine[]
  organisationId: string
}) {
  const i18n = useI18n()
  const more = lines.length - mostLines
  return (
    <ul className="plain">
      {lines.slice(0, mostLines).map((line) => (
        <li key={line.id}>{sentenceOf(i18n, line, organisationId)}</li>
      ))}
      {more > 0 && <li>{i18n.t('units.planned.more', { count: more })}</li>}
    </ul>
  )
}
