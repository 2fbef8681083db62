import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useFigureColumns } from '~/components/coverage/figure-columns.tsx'
import { FigureFields } from '~/components/coverage/figure-filter.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import { listOrganisations } from '~/domain/coverage/organisation-coverage.server.ts'
import { organisationShape } from '~/domain/coverage/organisation-list.ts'
import { organisationKinds } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { listQueryOf } from '~/kernel/list-query.ts'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ListEnd, ListFilters, useSorting } from '~/ui/list.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.organisations' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  return listOrganisations({
    actor,
    query: figureQueryOf(request.url),
    list: listQueryOf(request.url, organisationShape),
  })
}

export default function Organisations() {
  const { t, number } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { modules, module, asOf, list, organisations } = view
  const { count } = organisations
  const sorts = organisationShape.sorts.map((sort) => ({
    value: sort,
    label: t(`organisations.column.${sort}`),
  }))
  return (
    <Page
      title={t('organisations.title')}
      lead={t('organisations.lead', { count, shown: number(count) })}
    >
      <ListFilters query={list} searchLabel={t('organisations.search')} sorts={sorts}>
        <FigureFields modules={modules} module={module} asOf={asOf} />
        <SelectField
          name="kind"
          label={t('organisations.column.kind')}
          choices={organisationKinds.map((kind) => ({
            value: kind,
            label: t(`organisation.kind.${kind}`),
          }))}
          emptyLabel={t('organisations.every-kind')}
          defaultValue={list.filters.kind[0]}
        />
      </ListFilters>
      <OrganisationTable {...view} figures={figureSearchOf(module, asOf)} />
      <ListEnd page={organisations} exportTo="/organisations.csv" />
    </Page>
  )
}

type View = Awaited<ReturnType<typeof listOrganisations>>

function OrganisationTable(props: View & { figures: string }) {
  const { t, day, language } = useI18n()
  const { organisations, module, asOf, list, figures } = props
  const isNarrowed = list.search !== '' || list.filters.kind.length > 0
  const columns = useFigureColumns<View['organisations']['rows'][number]>(({ total }) => total)
  return (
    <DataTable
      caption={t('organisations.caption', {
        module: module ? moduleTitle(module, language) : t('coverage.no-module'),
        day: day(asOf),
      })}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('organisations.column.name'),
          sort: 'name',
          cell: ({ id, name }) => <Link to={`/organisations/${id}${figures}`}>{name}</Link>,
        },
        {
          id: 'kind',
          head: t('organisations.column.kind'),
          sort: 'kind',
          cell: ({ kind }) => t(`organisation.kind.${kind}`),
        },
        {
          id: 'municipality',
          head: t('organisations.column.municipality'),
          sort: 'municipality',
          cell: ({ municipalityName }) => municipalityName ?? t('organisations.no-municipality'),
        },
        ...columns,
      ]}
      rows={organisations.rows}
      sorting={useSorting(list)}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('organisations.empty')}>
          <p>{isNarrowed ? t('organisations.empty.search') : t('organisations.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
