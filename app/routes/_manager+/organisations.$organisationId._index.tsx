import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { AreaFigure } from '~/components/coverage/area-figure.tsx'
import { coverageSentence } from '~/components/coverage/coverage-sentence.ts'
import { Definition } from '~/components/coverage/definition.tsx'
import { useFigureColumns } from '~/components/coverage/figure-columns.tsx'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { GroupTable } from '~/components/coverage/group-table.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { AssignmentTable } from '~/components/assignment/assignment-table.tsx'
import { WaitingClaims } from '~/components/identity/waiting-claims.tsx'
import { OrganisationFacts } from '~/components/organisation/organisation-facts.tsx'
import { OrganisationLinks } from '~/components/organisation/organisation-links.tsx'
import { levelAddress, UnitPath, UnitPersons } from '~/components/standing/unit-level.tsx'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import {
  readOrganisationCoverage,
  type OrganisationCoverage,
  type TreeLine,
} from '~/domain/coverage/organisation-coverage.server.ts'
import { readWaitingClaims } from '~/domain/identity/claim-list.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.organisation' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const organisationId = params.organisationId ?? ''
  const unitId = new URL(request.url).searchParams.get('unit')
  const query = figureQueryOf(request.url)
  const view = await readOrganisationCoverage({ actor, organisationId, unitId, query })
  const waiting = view.may.claims ? await readWaitingClaims(actor, organisationId) : null
  return { ...view, waiting }
}

export default function OrganisationPage() {
  const i18n = useI18n()
  const { t, day, language } = i18n
  const view = useLoaderData<typeof loader>()
  const { organisation, modules, module, asOf, level, standings } = view
  const { coverage } = level
  const isPart = level.path.length > 1
  const title = module ? moduleTitle(module, language) : t('coverage.no-module')
  const caption = { module: title, day: day(asOf) }
  return (
    <Page
      title={organisation.name}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        { label: organisation.name },
      ]}
      lead={
        module && (
          <>
            {coverageSentence(i18n, coverage.total, title)}{' '}
            {!isPart &&
              standings.late > 0 &&
              t('coverage.sentence.late', { count: standings.late })}
          </>
        )
      }
      actions={
        <OrganisationLinks
          organisationId={organisation.id}
          search={figureSearchOf(module, asOf)}
          may={view.may}
        />
      }
    >
      <OrganisationFacts organisation={organisation} />
      {view.waiting && <WaitingClaims organisationId={organisation.id} waiting={view.waiting} />}
      <FigureFilter modules={modules} module={module} asOf={asOf}>
        {isPart && <input type="hidden" name="unit" value={level.path.at(-1)?.unitId} />}
      </FigureFilter>
      <UnitPath {...view} />
      {module ? (
        <>
          <AreaFigure figure={coverage.total} asOf={asOf} remedy={<Remedy {...view} />} />
          <Section id="units" title={t('organisation.units')}>
            <UnitTable {...view} caption={t('organisation.units.caption', caption)} />
          </Section>
          <Section id="persons" title={t('organisation.persons')}>
            <UnitPersons {...view} />
          </Section>
          <Section id="groups" title={t('coverage.groups.title')}>
            <GroupTable coverage={coverage} caption={t('coverage.groups.caption', caption)} />
          </Section>
        </>
      ) : (
        <EmptyState title={t('coverage.no-module.title')}>
          <p>{t('coverage.no-module.text')}</p>
        </EmptyState>
      )}
      <UnderWay {...view} />
      <Definition asOf={asOf} countsImported={view.countsImported} />
    </Page>
  )
}

/** What to do about a share that is unknown: declare, or ask those who can. */
function Remedy({ organisation, may }: OrganisationCoverage) {
  const { t } = useI18n()
  if (!may.headcounts) return <p>{t('organisation.remedy.ask')}</p>
  return (
    <p>
      <Link to={`/organisations/${organisation.id}/headcounts`}>
        {t('organisation.remedy.declare')}
      </Link>
    </p>
  )
}

type Shown = OrganisationCoverage & { caption: string }

/** One level of the tree: what the opened unit has right below it. */
function UnitTable({ level, organisation, module, asOf, caption }: Shown) {
  const { t } = useI18n()
  const columns = useFigureColumns<TreeLine>(({ total }) => total)
  const to = levelAddress(organisation.id, figureSearchOf(module, asOf))
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      columns={[
        {
          id: 'unit',
          head: t('organisation.column.unit'),
          cell: ({ unitId, name, below }) => (
            <>
              <Link to={to(unitId)}>{name}</Link>
              {below > 0 && <p className="meta">{t('organisation.below', { count: below })}</p>}
            </>
          ),
        },
        ...columns.map((column) =>
          column.id === 'coverage'
            ? {
                ...column,
                cell: (line: TreeLine) =>
                  line.total.required === null && line.coveredAbove.length > 0
                    ? t('organisation.covered-above')
                    : column.cell(line),
              }
            : column,
        ),
      ]}
      rows={level.lines}
      rowKey={({ unitId }) => unitId}
      empty={<p className="meta">{t('organisation.no-units-below')}</p>}
    />
  )
}

function UnderWay({ organisation, assignments, may, asOf }: OrganisationCoverage) {
  const { t } = useI18n()
  const to = `/organisations/${organisation.id}/assignments`
  return (
    <Section
      id="assignments"
      title={t('assignment.under-way')}
      actions={may.assign && <ButtonLink to={to}>{t('assignment.manage')}</ButtonLink>}
    >
      <AssignmentTable assignments={assignments} asOf={asOf} />
    </Section>
  )
}
