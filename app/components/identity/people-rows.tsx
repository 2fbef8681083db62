import { TriedFileRows } from '~/components/tried-file/tried-file-rows.tsx'
import {
  peopleOutcomes,
  type PeopleOutcome,
  type ShownPerson,
} from '~/domain/identity/people-import.ts'
import type { PeopleImportView, PeoplePage } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

type RowsView = PeopleImportView & { outcome: PeopleOutcome; list: PeoplePage }

/** What the rows of a file of people do. */
export function PeopleRows({ organisation, import: found, outcome, list, reasons }: RowsView) {
  const { t } = useI18n()
  const columns = useRowColumns(outcome)
  if (!found.counts || found.status === 'undone') return null
  return (
    <TriedFileRows
      address={`/organisations/${organisation.id}/people-import/${found.id}`}
      outcomes={peopleOutcomes}
      counts={found.counts}
      means={(each) => t(`people-file.outcome.${each}.means`)}
      isOpen={(each) => found.status === 'checked' || each === 'refused'}
      outcome={outcome}
      list={list}
      columns={columns}
      rowKey={({ rowNumber, email, unitName }) => `${rowNumber ?? ''} ${email} ${unitName ?? ''}`}
      reasons={reasons}
      sayReason={(reason) => t(`people-file.reason.${reason}`)}
    />
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
