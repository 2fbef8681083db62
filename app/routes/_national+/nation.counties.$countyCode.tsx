import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityFiguresSection } from '~/components/activity/activity-figures.tsx'
import { AreaFigure } from '~/components/coverage/area-figure.tsx'
import { Definition } from '~/components/coverage/definition.tsx'
import { DownloadButtons } from '~/components/coverage/downloads.tsx'
import { FigureFilter } from '~/components/coverage/figure-filter.tsx'
import { GroupTable } from '~/components/coverage/group-table.tsx'
import { OpenFigures } from '~/components/coverage/open-figures.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { PlaceTable } from '~/components/coverage/place-table.tsx'
import { readActivityFigures, yearUpTo } from '~/domain/activity/activity-figures.server.ts'
import { figureQueryOf, figureSearchOf } from '~/domain/coverage/coverage.ts'
import { readOpenTable } from '~/domain/followup/open-participation-table.server.ts'
import { chooseFollowedModule, readCountyTable } from '~/domain/followup/followup.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.county' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'followup:read')
  const { moduleSlug, asOf } = figureQueryOf(request.url)
  const chosen = await chooseFollowedModule(actor, moduleSlug)
  if (!chosen.module) throw new Refusal('not-found')
  const countyCode = params.countyCode ?? ''
  const moduleId = chosen.module.id
  const table = await readCountyTable({ actor, countyCode, moduleId, asOf })
  const openTable = await readOpenTable({ actor, countyCode, moduleId, asOf })
  const activities = await readActivityFigures({ actor, countyCode, ...yearUpTo(asOf) })
  const mayExport = may(actor, 'followup:export', {})
  return { modules: chosen.modules, table, openTable, activities, mayExport }
}

export default function County() {
  const { t, day, language } = useI18n()
  const { modules, table, openTable, activities, mayExport } = useLoaderData<typeof loader>()
  const { module, asOf, takenOn, countsImported, county, municipalities } = table
  const name = county.name ?? ''
  const caption = { module: moduleTitle(module, language), day: day(asOf) }
  return (
    <Page
      title={name}
      breadcrumbs={[
        { label: t('nation.title'), to: `/nation${figureSearchOf(module, asOf)}` },
        { label: name },
      ]}
      actions={
        mayExport && (
          <DownloadButtons search={`${figureSearchOf(module, asOf)}&county=${county.code}`} />
        )
      }
    >
      <FigureFilter modules={modules} module={module} asOf={asOf} />
      <AreaFigure figure={county.coverage.total} asOf={asOf} remedy={<p>{t('nation.remedy')}</p>} />
      <Section id="municipalities" title={t('region.municipalities')}>
        <PlaceTable
          rows={[...municipalities, county]}
          caption={t('region.municipalities.caption', caption)}
          head={t('organisations.column.municipality')}
          nameOf={(row) => row.name ?? t('region.placeless')}
        />
      </Section>
      <Section id="groups" title={t('coverage.groups.title')}>
        <GroupTable coverage={county.coverage} caption={t('coverage.groups.caption', caption)} />
      </Section>
      <ActivityFiguresSection figures={activities} />
      <OpenFigures table={openTable} module={caption.module} />
      <Definition asOf={asOf} countsImported={countsImported} takenOn={takenOn} persons />
    </Page>
  )
}
