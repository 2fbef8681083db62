import { Link } from '@remix-run/react'
import {
  peopleOutcomes,
  type PeopleOutcome,
  type ShownPerson,
} from '~/domain/identity/people-import.ts'
import type { PeopleImportView, PeoplePage } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'
import { DataTable, Pagination, type Column } from '~/ui/table.tsx'

type RowsView = PeopleImportView & { outcome: PeopleOutcome; list: PeoplePage }

/** How many rows give what, each count a way to those rows, and the rows of one kind. */
export function PeopleRows(view: RowsView) {
  const { t } = useI18n()
  const { organisation, import: found, outcome } = view
  if (!found.counts || found.status === 'undone') return null
  const address = `/organisations/${organisation.id}/people-import/${found.id}`
  return (
    <Section id="rows" title={t('people-file.rows')}>
      <Counts {...view} address={address} />
      {found.status === 'checked' || outcome === 'refused' ? (
        <>
          {outcome === 'refused' && <Reasons {...view} address={address} />}
          <Rows {...view} address={address} />
        </>
      ) : null}
    </Section>
  )
}

function Counts({ import: found, address }: RowsView & { address: string }) {
  const { t, number } = useI18n()
  const isOpen = (outcome: PeopleOutcome) => found.status === 'checked' || outcome === 'refused'
  return (
    <DataTable
      caption={t('people-file.counts.caption')}
      columns={[
        {
          id: 'outcome',
          head: t('people-file.counts.outcome'),
          cell: ({ outcome, count }) =>
            count > 0 && isOpen(outcome) ? (
              <Link to={`${address}?show=${outcome}#rows`}>
                {t(`people-file.outcome.${outcome}`)}
              </Link>
            ) : (
              t(`people-file.outcome.${outcome}`)
            ),
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
          cell: ({ outcome }) => t(`people-file.outcome.${outcome}.means`),
        },
      ]}
      rows={peopleOutcomes.map((outcome) => ({ outcome, count: found.counts?.[outcome] ?? 0 }))}
      rowKey={({ outcome }) => outcome}
    />
  )
}

function Reasons({ reasons, address }: RowsView & { address: string }) {
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
            cell: ({ reason }) => t(`people-file.reason.${reason}`),
          },
          {
            id: 'count',
            head: t('people-file.counts.count'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
        ]}
        rows={reasons}
        rowKey={({ reason }) => reason}
      />
    </>
  )
}

function Rows({ outcome, list, address }: RowsView & { address: string }) {
  const { t } = useI18n()
  const columns = useRowColumns(outcome)
  if (list.rows.length === 0) return null
  return (
    <>
      <DataTable
        caption={t(`people-file.outcome.${outcome}`)}
        narrow="stack"
        columns={columns}
        rows={list.rows}
        rowKey={({ rowNumber, email, unitName }) => `${rowNumber ?? ''} ${email} ${unitName ?? ''}`}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        to={(page) => `${address}?show=${outcome}&page=${page}#rows`}
      />
    </>
  )
}

function useRowColumns(outcome: PeopleOutcome): Column<ShownPerson>[] {
  const { t, day } = useI18n()
  const number: Column<ShownPerson> = {
    id: 'row',
    head: t('people-file.column.row'),
    cell: ({ rowNumber }) => String(rowNumber ?? ''),
  }
  const person: Column<ShownPerson> = {
    id: 'person',
    head: t('people-file.column.person'),
    cell: ({ givenName, familyName, email, employerNumber }) => (
      <>
        {[familyName, givenName].filter(Boolean).join(', ') || '–'}
        <br />
        <span className="meta">{[email, employerNumber].filter(Boolean).join(' · ')}</span>
      </>
    ),
  }
  const reason: Column<ShownPerson> = {
    id: 'reason',
    head: t('people-file.column.reason'),
    cell: ({ reason: why }) => why && t(`people-file.reason.${why}`),
  }
  const changes: Column<ShownPerson> = {
    id: 'changes',
    head: t('people-file.column.changes'),
    cell: (row) => row.changes.map((change) => t(`people-file.change.${change}`)).join(', '),
  }
  const place: Column<ShownPerson>[] = [
    { id: 'unit', head: t('people-file.field.unit'), cell: ({ unitName }) => unitName ?? '–' },
    {
      id: 'profession',
      head: t('people-file.field.profession'),
      cell: ({ professionGroup }) => (professionGroup ? t(`profession.${professionGroup}`) : '–'),
    },
    {
      id: 'days',
      head: t('people-file.column.days'),
      cell: ({ validFrom, validTo }) =>
        [validFrom && day(validFrom), validTo && day(addDays(validTo, -1))]
          .map((each) => each ?? '')
          .join(' – '),
    },
  ]
  if (outcome === 'ended') return [person, ...place]
  if (outcome === 'refused') return [number, reason, person]
  return outcome === 'changed' ? [number, person, changes, ...place] : [number, person, ...place]
}

/** Why undoing was not whole: what it had to leave, and of whom. */
export function KeptPeople({ import: found, kept }: PeopleImportView) {
  const { t } = useI18n()
  if (found.status !== 'undone' || kept.length === 0) return null
  return (
    <Section id="kept" title={t('people-file.kept')} intro={<p>{t('people-file.kept.intro')}</p>}>
      <DataTable
        caption={t('people-file.kept.caption')}
        narrow="stack"
        columns={[
          {
            id: 'person',
            head: t('people-file.column.person'),
            cell: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
          },
          {
            id: 'kind',
            head: t('people-file.kept.what'),
            cell: ({ kind }) => t(`people-file.kept.${kind}`),
          },
        ]}
        rows={kept.map((row, index) => ({ ...row, index }))}
        rowKey={({ index }) => String(index)}
      />
    </Section>
  )
}
