import type { JoinCodeList } from '~/domain/identity/join-code.server.ts'
import { joinCodeShape, joinStates, type JoinCodeQuery } from '~/domain/identity/join-code.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { Link } from '~/ui/link.tsx'
import { ListEnd, ListFilters, useSorting } from '~/ui/list.tsx'
import { DataTable } from '~/ui/table.tsx'
import { JoinStateTag, joinedText } from './join-code-words.tsx'

interface JoinCodesSectionProps {
  view: Pick<JoinCodeList, 'organisation' | 'codes'>
  query: JoinCodeQuery
}

/** An organisation's codes, each the way to its own page. */
export function JoinCodesSection({ view, query }: JoinCodesSectionProps) {
  const { t } = useI18n()
  const { organisation, codes } = view
  const isNarrowed = query.search !== '' || query.filters.state.length > 0
  if (codes.count === 0 && !isNarrowed) {
    return (
      <EmptyState title={t('join-code.empty')} heading={3}>
        <p>{t('join-code.empty.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <ListFilters
        query={query}
        searchLabel={t('join-code.search')}
        sorts={joinCodeShape.sorts.map((sort) => ({
          value: sort,
          label: t(`join-code.sort.${sort}`),
        }))}
      >
        <SelectField
          name="state"
          label={t('join-code.state')}
          choices={joinStates.map((value) => ({ value, label: t(`join-code.state.${value}`) }))}
          emptyLabel={t('join-code.state.any')}
          defaultValue={query.filters.state[0]}
        />
      </ListFilters>
      {codes.count === 0 ? (
        <p>{t('join-code.empty.found')}</p>
      ) : (
        <JoinCodeTable view={view} query={query} />
      )}
      <ListEnd page={codes} exportTo={`/organisations/${organisation.id}/join-codes.csv`} />
    </>
  )
}

function JoinCodeTable({ view, query }: JoinCodesSectionProps) {
  const i18n = useI18n()
  const { t, day } = i18n
  const address = `/organisations/${view.organisation.id}/join-codes`
  return (
    <DataTable
      caption={t('join-code.caption')}
      narrow="stack"
      sorting={useSorting(query)}
      columns={[
        {
          id: 'code',
          head: t('join-code.code'),
          sort: 'made',
          cell: ({ id, code }) => <Link to={`${address}/${id}`}>{code}</Link>,
        },
        {
          id: 'unit',
          head: t('organisation.column.unit'),
          sort: 'unit',
          cell: ({ unitName }) => unitName,
        },
        { id: 'joined', head: t('join-code.people'), cell: (code) => joinedText(i18n, code) },
        {
          id: 'last',
          head: t('join-code.last-day'),
          sort: 'lastDay',
          cell: ({ lastDay }) => day(lastDay),
        },
        {
          id: 'state',
          head: t('join-code.state'),
          cell: ({ state }) => <JoinStateTag state={state} />,
        },
      ]}
      rows={view.codes.rows}
      rowKey={({ id }) => id}
    />
  )
}
