import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { Definition } from '~/components/coverage/definition.tsx'
import { OverviewTable } from '~/components/coverage/overview-table.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { UnitTrail } from '~/components/standing/unit-level.tsx'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { readModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { listSearch } from '~/kernel/list-query.ts'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Section } from '~/ui/page.tsx'
import { DateField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.overview' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const view = await readModuleOverview({
    actor,
    organisationId: params.organisationId ?? '',
    unitId: new URL(request.url).searchParams.get('unit'),
    asOf: figureQueryOf(request.url).asOf,
  })
  return { ...view, today: today() }
}

export default function Modules() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, path, below, rows, asOf } = view
  const here = `/organisations/${organisation.id}/modules`
  const opened = path.length > 1 ? (path.at(-1)?.unitId ?? null) : null
  const addressOf = (page: string, unit: string | null) =>
    page + listSearch('', { asOf: asOf === view.today ? null : asOf, unit })
  const to = (unitId: string) => addressOf(here, unitId === path[0]?.unitId ? null : unitId)
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('overview.title')}
      lead={t('overview.lead')}
    >
      <Form method="get" className="form filters" key={asOf}>
        {opened && <input type="hidden" name="unit" value={opened} />}
        <DateField name="asOf" label={t('coverage.filter.as-of')} defaultValue={asOf} />
        <Button type="submit">{t('coverage.filter.show')}</Button>
      </Form>
      <UnitTrail path={path} to={to} />
      {rows.length === 0 ? (
        <EmptyState title={t('overview.empty')}>
          <p>{t('overview.empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <OverviewTable view={view} opened={opened} isToday={asOf === view.today} />
          <p>
            {/* A file is no page: it is fetched by the browser itself. */}
            <a href={addressOf(`${here}.csv`, opened)} download>
              {t('overview.export')}
            </a>
          </p>
        </>
      )}
      {below.length > 0 && (
        <Section id="below" title={t('overview.below')} intro={t('overview.below.intro')}>
          <ul>
            {below.map(({ unitId, name }) => (
              <li key={unitId}>
                <Link to={to(unitId)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Definition asOf={asOf} countsImported={view.countsImported} />
    </OrganisationPage>
  )
}
