import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityFiguresSection } from '~/components/activity/activity-figures.tsx'
import { EvaluationFiguresSection } from '~/components/activity/evaluation-figures.tsx'
import { AreaFigure } from '~/components/coverage/area-figure.tsx'
import { coverageSentence } from '~/components/coverage/coverage-sentence.ts'
import { Definition } from '~/components/coverage/definition.tsx'
import { DownloadButtons, DownloadSection } from '~/components/coverage/downloads.tsx'
import { shownCoverage } from '~/components/coverage/figure-columns.tsx'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { GroupTable } from '~/components/coverage/group-table.tsx'
import { OpenFigures } from '~/components/coverage/open-figures.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { PlaceTable } from '~/components/coverage/place-table.tsx'
import { readActivityFigures, yearUpTo } from '~/domain/activity/activity-figures.server.ts'
import { readEvaluationFigures } from '~/domain/activity/evaluation.server.ts'
import { listCounties } from '~/domain/place/place.server.ts'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import { readOpenTable, type OpenTable } from '~/domain/followup/open-participation-table.server.ts'
import { chooseFollowedModule, readNationalTable } from '~/domain/followup/followup.server.ts'
import { nationCode, type NationalTable } from '~/domain/followup/followup.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { may } from '~/kernel/permission.ts'
import { EmptyState } from '~/ui/card.tsx'
import { Columns, Page, Section } from '~/ui/page.tsx'
import mapStyles from '~/ui/styles/tile-map.css?url'
import { TileMap } from '~/ui/tile-map.tsx'

export const handle = { title: 'title.nation' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: mapStyles }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'followup:read')
  const { moduleSlug, asOf } = figureQueryOf(request.url)
  const chosen = await chooseFollowedModule(actor, moduleSlug)
  const { module } = chosen
  const table = module && (await readNationalTable({ actor, moduleId: module.id, asOf }))
  const openTable = module && (await readOpenTable({ actor, moduleId: module.id, asOf }))
  const activities = await readActivityFigures({ actor, ...yearUpTo(asOf) })
  const evaluations = await readEvaluationFigures({ actor, ...yearUpTo(asOf) })
  const countyNames = Object.fromEntries(
    (await listCounties()).map(({ code, name }) => [code, name]),
  )
  return {
    ...chosen,
    activities,
    evaluations,
    countyNames,
    asOf,
    table,
    openTable,
    mayExport: may(actor, 'followup:export', {}),
    mayDefine: may(actor, 'followup:define', {}),
  }
}

export default function Nation() {
  const i18n = useI18n()
  const { t, language } = i18n
  const view = useLoaderData<typeof loader>()
  const { modules, module, asOf, table, openTable, mayExport, mayDefine } = view
  const title = module && moduleTitle(module, language)
  return (
    <Page
      title={t('nation.title')}
      lead={title && table && coverageSentence(i18n, table.nation.coverage.total, title)}
      actions={mayExport && module && <DownloadButtons search={figureSearchOf(module, asOf)} />}
    >
      <FigureFilter modules={modules} module={module} asOf={asOf} />
      {table && openTable ? (
        <Figures table={table} openTable={openTable} mayExport={mayExport} />
      ) : (
        <EmptyState title={t('coverage.no-module.title')}>
          <p>{t('coverage.no-module.text')}</p>
        </EmptyState>
      )}
      <ActivityFiguresSection figures={view.activities} countyNames={view.countyNames} />
      <EvaluationFiguresSection figures={view.evaluations} period={view.activities} />
      {mayDefine && (
        <p>
          <Link to="/nation/rules">{t('coverage.rule.link')}</Link>
        </p>
      )}
    </Page>
  )
}

interface FiguresProps {
  table: NationalTable
  openTable: OpenTable
  mayExport: boolean
}

function Figures({ table, openTable, mayExport }: FiguresProps) {
  const { t, day, language } = useI18n()
  const { module, asOf, takenOn, countsImported, nation, counties } = table
  const search = figureSearchOf(module, asOf)
  const caption = { module: moduleTitle(module, language), day: day(asOf) }
  const countyPath = (code: string | null) => `/nation/counties/${code}${search}`
  return (
    <>
      <AreaFigure figure={nation.coverage.total} asOf={asOf} remedy={<p>{t('nation.remedy')}</p>} />
      <Columns split="aside">
        <Section id="counties" title={t('nation.counties')}>
          <PlaceTable
            rows={[...counties, nation]}
            caption={t('nation.counties.caption', caption)}
            head={t('nation.column.county')}
            nameOf={({ name }) => name ?? t('followup.nation')}
            to={({ code }) => (code === nationCode ? null : countyPath(code))}
          />
        </Section>
        <Section id="map" title={t('nation.map')}>
          <TileMap
            label={t('nation.map.label', caption)}
            figures={counties.map(({ code, name, coverage }) => ({
              code: code ?? '',
              name: name ?? '',
              to: countyPath(code),
              coverage: shownCoverage(coverage.total),
            }))}
          />
        </Section>
      </Columns>
      <Section id="groups" title={t('coverage.groups.title')}>
        <GroupTable coverage={nation.coverage} caption={t('coverage.groups.caption', caption)} />
      </Section>
      <OpenFigures table={openTable} module={caption.module} mayExport={mayExport} byCounty />
      <Definition asOf={asOf} countsImported={countsImported} takenOn={takenOn} persons />
      {mayExport && <DownloadSection asOf={asOf} />}
    </>
  )
}
