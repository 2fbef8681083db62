import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { AssignmentTable } from '~/components/assignment/assignment-table.tsx'
import { AreaFigure } from '~/components/coverage/area-figure.tsx'
import { coverageSentence } from '~/components/coverage/coverage-sentence.ts'
import { Definition } from '~/components/coverage/definition.tsx'
import { useFigureColumns } from '~/components/coverage/figure-columns.tsx'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { GroupTable } from '~/components/coverage/group-table.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import type { Assignment } from '~/domain/assignment/assignment.ts'
import { assignmentQueryOf } from '~/domain/assignment/assignment-list.ts'
import { listOwnAssignments } from '~/domain/assignment/list-assignments.server.ts'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import {
  readRegion,
  type RegionMunicipality,
  type RegionOrganisation,
} from '~/domain/coverage/region-coverage.server.ts'
import { OwnDelegations } from '~/components/identity/own-delegations.tsx'
import { listOwnDelegations } from '~/domain/identity/delegation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { mayAnywhere } from '~/kernel/permission.ts'
import { EmptyState } from '~/ui/card.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.region' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const [region, delegations, assignments] = await Promise.all([
    readRegion({ actor, query: figureQueryOf(request.url) }),
    listOwnDelegations(actor),
    mayAnywhere(actor, 'module:assign') ? listOwnAssignments(actor, assignmentQueryOf('')) : null,
  ])
  return { ...region, delegations, assignments }
}

export default function Region() {
  const i18n = useI18n()
  const { t, day, language } = i18n
  const view = useLoaderData<typeof loader>()
  const { modules, module, asOf, counties, whole, municipalities } = view
  const title = module ? moduleTitle(module, language) : t('coverage.no-module')
  const caption = { module: title, day: day(asOf) }
  return (
    <Page title={t('region.title')} lead={module && coverageSentence(i18n, whole.total, title)}>
      <p className="meta">{counties.join(', ') || t('region.catchment')}</p>
      <OwnDelegations delegations={view.delegations} />
      <FigureFilter modules={modules} module={module} asOf={asOf} />
      {module ? (
        <>
          <AreaFigure figure={whole.total} asOf={asOf} remedy={<p>{t('region.remedy')}</p>} />
          <Organisations {...view} caption={caption} />
          <WhiteSpots {...view} />
          {view.assignments && <UnderWay assignments={view.assignments} asOf={asOf} />}
          <Section id="municipalities" title={t('region.municipalities')}>
            <MunicipalityTable
              rows={municipalities}
              caption={t('region.municipalities.caption', caption)}
            />
          </Section>
          <Section id="groups" title={t('coverage.groups.title')}>
            <GroupTable coverage={whole} caption={t('coverage.groups.caption', caption)} />
          </Section>
        </>
      ) : (
        <EmptyState title={t('coverage.no-module.title')}>
          <p>{t('coverage.no-module.text')}</p>
        </EmptyState>
      )}
      <Definition asOf={asOf} countsImported={view.countsImported} />
    </Page>
  )
}

type View = Awaited<ReturnType<typeof readRegion>>

function Organisations(props: View & { caption: { module: string; day: string } }) {
  const { t, number } = useI18n()
  const { ranked, unknown, organisations, caption } = props
  const search = figureSearchOf(props.module, props.asOf)
  const more = (
    <p>
      <Link to={`/organisations${search}`}>{t('region.all')}</Link>
    </p>
  )
  return (
    <>
      <Section
        id="ranked"
        title={t('region.ranked')}
        intro={<p>{t('region.ranked.intro', { count: organisations.ranked })}</p>}
      >
        <OrganisationTable
          rows={ranked}
          caption={t('region.ranked.caption', caption)}
          search={search}
        />
        {ranked.length < organisations.ranked && more}
      </Section>
      <Section
        id="unknown"
        title={t('region.unknown', { count: number(organisations.unknown) })}
        intro={<p>{t('region.unknown.intro')}</p>}
      >
        <OrganisationTable
          rows={unknown}
          caption={t('region.unknown.caption', caption)}
          search={search}
        />
        {unknown.length < organisations.unknown && more}
      </Section>
    </>
  )
}

/** Where nothing has happened for a year, whatever the module: who to call first. */
function WhiteSpots({ whiteSpots, organisations, asOf }: View) {
  const { t, day, number } = useI18n()
  const { whiteSpots: count, all } = organisations
  return (
    <Section
      id="white-spots"
      title={t('region.white-spots', { count: number(count) })}
      intro={
        count > 0 && (
          <p>{t('region.white-spots.intro', { count, shown: number(count), all: number(all) })}</p>
        )
      }
    >
      <DataTable
        caption={t('region.white-spots.caption', { day: day(asOf) })}
        narrow="stack"
        columns={[
          {
            id: 'name',
            head: t('organisations.column.name'),
            cell: ({ id, name }) => <Link to={`/organisations/${id}`}>{name}</Link>,
          },
          {
            id: 'municipality',
            head: t('organisations.column.municipality'),
            cell: ({ municipalityName }) => municipalityName ?? t('organisations.no-municipality'),
          },
          {
            id: 'last',
            head: t('region.column.last'),
            cell: ({ lastOn }) => (lastOn ? day(lastOn) : t('region.never')),
          },
        ]}
        rows={whiteSpots}
        rowKey={({ id }) => id}
        empty={<p>{t('region.white-spots.none', { all: number(all) })}</p>}
      />
    </Section>
  )
}

const fewAssignments = 5

function UnderWay({ assignments, asOf }: { assignments: ListPage<Assignment>; asOf: Day }) {
  const { t } = useI18n()
  return (
    <Section id="under-way" title={t('assignment.under-way')}>
      <AssignmentTable assignments={assignments.rows.slice(0, fewAssignments)} asOf={asOf} />
      <p>
        <Link to="/assignments">{t('region.assignments.all', { count: assignments.count })}</Link>
      </p>
    </Section>
  )
}

interface OrganisationTableProps {
  rows: RegionOrganisation[]
  caption: string
  search: string
}

function OrganisationTable({ rows, caption, search }: OrganisationTableProps) {
  const { t, day } = useI18n()
  const columns = useFigureColumns<RegionOrganisation>(({ total }) => total)
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('organisations.column.name'),
          cell: ({ id, name }) => <Link to={`/organisations/${id}${search}`}>{name}</Link>,
        },
        {
          id: 'municipality',
          head: t('organisations.column.municipality'),
          cell: ({ municipalityName }) => municipalityName ?? t('organisations.no-municipality'),
        },
        ...columns,
        {
          id: 'planned',
          head: t('region.column.planned'),
          cell: ({ id, dueOn, mayAssign }) => (
            <>
              {dueOn ? t('region.due', { day: day(dueOn) }) : t('region.not-planned')}{' '}
              {mayAssign && (
                <Link to={`/organisations/${id}/assignments${search}`}>
                  {t('assignment.assign')}
                </Link>
              )}
            </>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="meta">{t('region.none')}</p>}
    />
  )
}

function MunicipalityTable({ rows, caption }: { rows: RegionMunicipality[]; caption: string }) {
  const { t } = useI18n()
  const columns = useFigureColumns<RegionMunicipality>(({ total }) => total)
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      columns={[
        {
          id: 'municipality',
          head: t('organisations.column.municipality'),
          cell: ({ name }) => name ?? t('region.placeless'),
        },
        ...columns,
      ]}
      rows={rows}
      rowKey={({ code }) => code ?? 'placeless'}
      empty={<p className="meta">{t('region.none')}</p>}
    />
  )
}
