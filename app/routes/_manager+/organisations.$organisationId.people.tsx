import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { readOrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import {
  standings,
  type PersonStanding,
  type Standing,
} from '~/domain/standing/organisation-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { DataTable, Pagination } from '~/ui/table.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

export const handle = { title: 'title.staff' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:read')
  const asked = new URL(request.url).searchParams
  return readOrganisationPeople({
    actor,
    organisationId: params.organisationId ?? '',
    moduleSlug: figureQueryOf(request.url).moduleSlug,
    only: standings.find((standing) => standing === asked.get('standing')) ?? null,
    page: Number.parseInt(asked.get('page') ?? '1', 10) || 1,
  })
}

const tones: Record<Standing, Tone> = { late: 'bad', due: 'info', free: 'info', done: 'ok' }

export default function People() {
  const { t, day, number, language } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, modules, module, asOf, only, counts, people, page, pages } = view
  const title = module ? moduleTitle(module, language) : t('coverage.no-module')
  const numbers = Object.fromEntries(
    standings.map((standing) => [standing, number(counts[standing])]),
  ) as Record<Standing, string>
  const address = (to: number) => {
    const search = new URLSearchParams({ page: String(to) })
    if (module) search.set('module', module.slug)
    if (only) search.set('standing', only)
    return `/organisations/${organisation.id}/people?${search.toString()}`
  }
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('staff.title')}
      lead={t('staff.lead', { module: title, ...numbers })}
    >
      <FigureFilter modules={modules} module={module} key={only}>
        <SelectField
          name="standing"
          label={t('staff.column.standing')}
          choices={standings.map((standing) => ({
            value: standing,
            label: t(`standing.${standing}`),
          }))}
          emptyLabel={t('staff.filter.all')}
          defaultValue={only ?? ''}
        />
      </FigureFilter>
      <PeopleTable
        people={people}
        caption={t('staff.caption', { module: title, day: day(asOf) })}
        empty={only ? t('staff.empty.filter') : t('staff.empty.text')}
        claims={`/organisations/${organisation.id}/claims`}
      />
      <Pagination page={page} pages={pages} to={address} />
      <p className="meta">{t('staff.definition')}</p>
    </OrganisationPage>
  )
}

interface PeopleTableProps {
  people: PersonStanding[]
  caption: string
  empty: string
  claims: string
}

function PeopleTable({ people, caption, empty, claims }: PeopleTableProps) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('staff.column.name'),
          cell: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
        },
        {
          id: 'standing',
          head: t('staff.column.standing'),
          cell: ({ standing }) => <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>,
        },
        {
          id: 'workplace',
          head: t('staff.column.workplace'),
          cell: ({ workplaces }) =>
            workplaces
              .map(({ unit, professionGroup }) => `${unit} (${t(`profession.${professionGroup}`)})`)
              .join(', '),
        },
        {
          id: 'due',
          head: t('staff.column.due'),
          cell: ({ dueOn }) => (dueOn ? day(dueOn) : t('staff.no-day')),
        },
        {
          id: 'completed',
          head: t('staff.column.completed'),
          cell: ({ completedOn }) => (completedOn ? day(completedOn) : t('staff.not-yet')),
        },
      ]}
      rows={people}
      rowKey={({ personId }) => personId}
      empty={
        <EmptyState
          title={t('staff.empty')}
          actions={<ButtonLink to={claims}>{t('organisation.link.claims')}</ButtonLink>}
        >
          <p>{empty}</p>
        </EmptyState>
      }
    />
  )
}
