import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useFigureColumns } from '~/components/coverage/figure-columns.tsx'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import { listOrganisations } from '~/domain/coverage/organisation-coverage.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable, Pagination } from '~/ui/table.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.organisations' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const asked = new URL(request.url).searchParams
  return listOrganisations({
    actor,
    query: figureQueryOf(request.url),
    search: asked.get('search')?.trim().slice(0, 100) ?? '',
    page: Number.parseInt(asked.get('page') ?? '1', 10) || 1,
  })
}

export default function Organisations() {
  const { t, number } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { modules, module, asOf, search, count, page, pages } = view
  const figures = figureSearchOf(module, asOf)
  return (
    <Page
      title={t('organisations.title')}
      lead={t('organisations.lead', { count, shown: number(count) })}
    >
      <FigureFilter modules={modules} module={module} asOf={asOf} key={search}>
        <TextField
          name="search"
          type="search"
          width="medium"
          label={t('organisations.search')}
          defaultValue={search}
        />
      </FigureFilter>
      <OrganisationTable {...view} figures={figures} />
      <Pagination
        page={page}
        pages={pages}
        to={(to) =>
          `/organisations${figures}&${new URLSearchParams({ search, page: String(to) }).toString()}`
        }
      />
    </Page>
  )
}

type View = Awaited<ReturnType<typeof listOrganisations>>

function OrganisationTable(props: View & { figures: string }) {
  const { t, day, language } = useI18n()
  const { organisations, module, asOf, search, figures } = props
  const columns = useFigureColumns<View['organisations'][number]>(({ total }) => total)
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
          cell: ({ id, name }) => <Link to={`/organisations/${id}${figures}`}>{name}</Link>,
        },
        {
          id: 'kind',
          head: t('organisations.column.kind'),
          cell: ({ kind }) => t(`organisation.kind.${kind}`),
        },
        {
          id: 'municipality',
          head: t('organisations.column.municipality'),
          cell: ({ municipalityName }) => municipalityName ?? t('organisations.no-municipality'),
        },
        ...columns,
      ]}
      rows={organisations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('organisations.empty')}>
          <p>{search ? t('organisations.empty.search') : t('organisations.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
