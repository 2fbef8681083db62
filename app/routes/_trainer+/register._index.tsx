import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { municipalityChoices } from '~/components/identity/municipality-form.tsx'
import { organisationKinds } from '~/domain/organisation/organisation.ts'
import { listRegister } from '~/domain/organisation/register-list.server.ts'
import { registerShape, registerStates } from '~/domain/organisation/register-list.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { listQueryOf } from '~/kernel/list-query.ts'
import { mayAnywhere } from '~/kernel/permission.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ListEnd, ListFilters, useSorting } from '~/ui/list.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'

export const handle = { title: 'title.register' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:read')
  const view = await listRegister(actor, listQueryOf(request.url, registerShape))
  const places = municipalityChoices(await listCounties(), await listMunicipalities())
  return { ...view, places, mayDeclare: mayAnywhere(actor, 'headcount:declare') }
}

export default function Register() {
  const { t, number } = useI18n()
  const { list, organisations, mayRegister, mayDeclare, places } = useLoaderData<typeof loader>()
  const { count } = organisations
  return (
    <Page
      title={t('register.title')}
      lead={t('register.lead', { count, shown: number(count) })}
      actions={
        <>
          {mayRegister && (
            <ButtonLink to="/register/new" variant="primary">
              {t('register.new')}
            </ButtonLink>
          )}
          {mayDeclare && (
            <ButtonLink to="/headcount-files" variant="secondary">
              {t('headcount-file.several')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ListFilters
        query={list}
        searchLabel={t('register.search')}
        sorts={registerShape.sorts.map((sort) => ({
          value: sort,
          label: t(`register.column.${sort}`),
        }))}
      >
        <SelectField
          name="kind"
          label={t('register.kind')}
          choices={organisationKinds.map((kind) => ({
            value: kind,
            label: t(`organisation.kind.${kind}`),
          }))}
          emptyLabel={t('organisations.every-kind')}
          defaultValue={list.filters.kind[0]}
        />
        <SelectField
          name="municipality"
          label={t('register.column.municipality')}
          choices={places}
          emptyLabel={t('register.every-municipality')}
          defaultValue={list.filters.municipality[0]}
        />
        <SelectField
          name="state"
          label={t('register.state')}
          choices={registerStates.map((state) => ({
            value: state,
            label: t(`register.state.${state}`),
          }))}
          emptyLabel={t('register.state.usual')}
          defaultValue={list.filters.state[0]}
        />
      </ListFilters>
      <RegisterTable />
      <ListEnd page={organisations} exportTo="/register.csv" />
    </Page>
  )
}

function RegisterTable() {
  const { t, number } = useI18n()
  const { list, organisations } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={t('register.caption')}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('register.column.name'),
          sort: 'name',
          cell: ({ id, name, state }) => (
            <>
              <Link to={`/organisations/${id}/units`}>{name}</Link>{' '}
              {state !== 'open' && <Tag tone="info">{t(`register.state.${state}`)}</Tag>}
            </>
          ),
        },
        {
          id: 'kind',
          head: t('register.column.kind'),
          sort: 'kind',
          cell: ({ kind }) => t(`organisation.kind.${kind}`),
        },
        {
          id: 'municipality',
          head: t('register.column.municipality'),
          sort: 'municipality',
          cell: ({ municipalityName, countyName }) =>
            municipalityName ?? countyName ?? t('organisations.no-municipality'),
        },
        {
          id: 'number',
          head: t('register.column.number'),
          cell: ({ organisationNumber }) => organisationNumber ?? t('register.no-number'),
        },
        {
          id: 'units',
          head: t('register.column.units'),
          sort: 'units',
          numeric: true,
          cell: ({ units }) => number(units),
        },
      ]}
      rows={organisations.rows}
      sorting={useSorting(list)}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('register.empty')}>
          <p>{t('register.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
