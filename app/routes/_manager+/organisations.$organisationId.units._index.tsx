import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationFacts } from '~/components/organisation/organisation-facts.tsx'
import { PlannedChanges } from '~/components/organisation/planned-changes.tsx'
import { UnitHistory } from '~/components/organisation/unit-history.tsx'
import { UnitTree } from '~/components/organisation/unit-tree.tsx'
import { listPlannedChanges } from '~/domain/identity/planned-change.server.ts'
import {
  readOrganisationTree,
  type OrganisationTree,
} from '~/domain/organisation/register.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, isDay } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Button } from '~/ui/button.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Notice } from '~/ui/notice.tsx'
import { DateField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.units' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:read')
  const on = new URL(request.url).searchParams.get('on')
  const organisationId = params.organisationId ?? ''
  const [view, { planned }] = await Promise.all([
    readOrganisationTree(actor, organisationId, isDay(on) ? on : null),
    listPlannedChanges(actor, organisationId),
  ])
  return { ...view, planned }
}

export default function Units() {
  const { t, day } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, tree, today, history, planned } = view
  const count = Math.max(0, tree.length - 1)
  return (
    <Page
      title={t('units.title', { organisation: organisation.name })}
      lead={tree.length > 0 && t('units.lead', { count, day: day(view.day) })}
      breadcrumbs={[
        { label: t('units.from-register'), to: '/register' },
        { label: organisation.name },
      ]}
      actions={<Actions {...view} />}
    >
      <OrganisationFacts organisation={organisation} />
      <Form method="get" className="form filters" key={view.day}>
        <DateField name="on" label={t('units.on')} defaultValue={view.day} />
        <Button type="submit">{t('units.show')}</Button>
        {view.day !== today && (
          <ButtonLink to={`/organisations/${organisation.id}/units`} variant="quiet">
            {t('units.today')}
          </ButtonLink>
        )}
      </Form>
      {view.day < today && tree.length > 0 && (
        <Notice tone="info">
          <p>{t('units.earlier', { day: day(view.day) })}</p>
        </Notice>
      )}
      <Section id="tree" title={t('units.tree')}>
        <Tree {...view} />
      </Section>
      <Particulars {...view} />
      {planned.length > 0 && (
        <Section
          id="planned"
          title={t('units.planned.title')}
          intro={<p>{t('units.planned.intro')}</p>}
        >
          <PlannedChanges planned={planned} organisationId={organisation.id} />
        </Section>
      )}
      <Section id="history" title={t('units.history')} intro={<p>{t('units.history.intro')}</p>}>
        <UnitHistory history={history} today={today} organisationId={organisation.id} />
      </Section>
    </Page>
  )
}

function Actions({ organisation, may, life, today }: OrganisationTree) {
  const { t } = useI18n()
  const address = `/organisations/${organisation.id}`
  const isOpen = life.closedOn === null || life.closedOn > today
  return (
    <>
      {may.changeUnits && isOpen && (
        <ButtonLink to={`${address}/units/new`} variant="primary">
          {t('units.add')}
        </ButtonLink>
      )}
      {may.register && isOpen && <ButtonLink to={`${address}/edit`}>{t('units.edit')}</ButtonLink>}
      {may.headcounts && isOpen && (
        <ButtonLink to={`${address}/headcounts`}>{t('organisation.link.headcounts')}</ButtonLink>
      )}
      {may.figures && <ButtonLink to={address}>{t('units.figures')}</ButtonLink>}
    </>
  )
}

function Tree({ organisation, tree, life, may, day: on, today }: OrganisationTree) {
  const { t, day } = useI18n()
  if (tree.length === 0) {
    const { openedOn, closedOn } = life
    return (
      <EmptyState title={t('units.not-there')} heading={3}>
        <p>
          {closedOn === null
            ? t('units.not-there.text', { from: day(openedOn) })
            : t('units.not-there.closed', { from: day(openedOn), to: day(addDays(closedOn, -1)) })}
        </p>
      </EmptyState>
    )
  }
  const to = (unitId: string) => `/organisations/${organisation.id}/units/${unitId}`
  return (
    <UnitTree
      units={tree}
      label={t('units.tree')}
      to={may.changeUnits && on >= today ? to : undefined}
    />
  )
}

/** What the organisation was on the day. */
function Particulars({ state, life }: OrganisationTree) {
  const { t, day } = useI18n()
  if (!state) return null
  const { carrierName, phase, projectYearFrom, catchment } = state
  return (
    <Section id="facts" title={t('units.facts')}>
      <Facts
        facts={[
          { term: t('register.kind'), value: t(`organisation.kind.${state.kind}`) },
          {
            term: t('register.number'),
            value: state.organisationNumber ?? t('register.no-number'),
          },
          { term: t('units.open-since'), value: day(life.openedOn) },
          ...(life.closedOn
            ? [{ term: t('units.closed-since'), value: day(addDays(life.closedOn, -1)) }]
            : []),
          ...(state.carrierId
            ? [
                {
                  term: t('register.carrier'),
                  value: <Link to={`/organisations/${state.carrierId}/units`}>{carrierName}</Link>,
                },
              ]
            : []),
          ...(phase ? [{ term: t('register.phase'), value: t(`register.phase.${phase}`) }] : []),
          ...(projectYearFrom
            ? [{ term: t('register.project-year'), value: day(projectYearFrom) }]
            : []),
          ...(catchment.length > 0
            ? [
                {
                  term: t('register.catchment'),
                  value: (
                    <>
                      {t('register.catchment.count', { count: catchment.length })}
                      {': '}
                      {catchment.map(({ name }) => name).join(', ')}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
