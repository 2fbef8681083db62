import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityTag } from '~/components/activity/activity-tag.tsx'
import { activityQueryOf } from '~/domain/activity/activity-list.ts'
import { listActivities, type ActivityListView } from '~/domain/activity/activity.server.ts'
import { activityStatuses, plannedTypes } from '~/domain/activity/activity.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { mayAnywhere } from '~/kernel/permission.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ListEnd, ListFilters, useSorting } from '~/ui/list.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

export const handle = { title: 'title.activities' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:read')
  const view = await listActivities(actor, activityQueryOf(request.url))
  return { ...view, today: today(), mayManage: mayAnywhere(actor, 'activity:manage') }
}

export default function Activities() {
  const { t, number } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { count } = view.activities
  return (
    <Page
      title={t('activities.title')}
      lead={t('activities.lead', { count, shown: number(count) })}
      actions={
        <>
          {view.mayManage && (
            <>
              <ButtonLink variant="primary" to="/activities/new">
                {t('activities.plan')}
              </ButtonLink>
              <ButtonLink to="/activities/import">{t('activity-file.link')}</ButtonLink>
              <ButtonLink to="/consultations">{t('consultation.link')}</ButtonLink>
            </>
          )}
          <ButtonLink to="/activities/figures">{t('activity.figures.page')}</ButtonLink>
        </>
      }
    >
      <Filters {...view} />
      <ActivityTable {...view} />
      <ListEnd page={view.activities} exportTo="/activities.csv" />
    </Page>
  )
}

type View = ActivityListView & { today: string }

function Filters({ list, counties, today }: View) {
  const { t } = useI18n()
  const emptyLabel = t('activities.any')
  const next = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: 6 }, (_, back) => String(next - back))
  const sorts = [
    { value: '-when', label: t('activities.sort.newest') },
    { value: 'when', label: t('activities.sort.oldest') },
    { value: 'title', label: t('activity.field.title') },
    { value: 'type', label: t('activities.column.type') },
    { value: '-participations', label: t('activities.sort.participants') },
  ]
  return (
    <ListFilters query={list} searchLabel={t('activities.search')} sorts={sorts}>
      <SelectField
        name="type"
        label={t('activities.column.type')}
        choices={plannedTypes.map((type) => ({ value: type, label: t(`activity.type.${type}`) }))}
        emptyLabel={emptyLabel}
        defaultValue={list.filters.type[0]}
      />
      <SelectField
        name="status"
        label={t('activities.column.status')}
        choices={activityStatuses.map((status) => ({
          value: status,
          label: t(`activity.status.${status}`),
        }))}
        emptyLabel={emptyLabel}
        defaultValue={list.filters.status[0]}
      />
      {counties.length > 1 && (
        <SelectField
          name="county"
          label={t('activities.column.county')}
          choices={[
            { value: 'nation', label: t('activity.nation') },
            ...counties.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          emptyLabel={emptyLabel}
          defaultValue={list.filters.county[0]}
        />
      )}
      <SelectField
        name="year"
        label={t('activities.year')}
        choices={years.map((year) => ({ value: year, label: year }))}
        emptyLabel={emptyLabel}
        defaultValue={list.filters.year[0]}
      />
    </ListFilters>
  )
}

type Row = View['activities']['rows'][number]

function useColumns(): Column<Row>[] {
  const { t, day, number } = useI18n()
  return [
    {
      id: 'title',
      head: t('activity.field.title'),
      sort: 'title',
      cell: ({ id, title, organiserName }) => (
        <>
          <Link to={`/activities/${id}`}>{title}</Link>
          <br />
          <span className="meta">{organiserName}</span>
        </>
      ),
    },
    {
      id: 'when',
      head: t('activities.column.when'),
      sort: 'when',
      cell: ({ firstOn, lastOn, sessions }) => (
        <>
          {firstOn === lastOn ? day(firstOn) : `${day(firstOn)}–${day(lastOn)}`}
          {sessions > 1 && (
            <>
              <br />
              <span className="meta">{t('activities.more-sessions', { count: sessions })}</span>
            </>
          )}
        </>
      ),
    },
    {
      id: 'type',
      head: t('activities.column.type'),
      sort: 'type',
      cell: ({ type, form }) => (
        <>
          {t(`activity.type.${type}`)}
          <br />
          <span className="meta">{t(`activity.form.${form}`)}</span>
        </>
      ),
    },
    {
      id: 'county',
      head: t('activities.column.county'),
      sort: 'county',
      cell: ({ countyName }) => countyName ?? t('activity.nation'),
    },
    {
      id: 'status',
      head: t('activities.column.status'),
      cell: ({ status }) => <ActivityTag status={status} />,
    },
    {
      id: 'participations',
      head: t('activities.column.participations'),
      sort: 'participations',
      numeric: true,
      cell: ({ participations }) => number(participations),
    },
  ]
}

function ActivityTable({ activities, list, today }: View) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={t('activities.caption', { day: day(today) })}
      narrow="stack"
      columns={useColumns()}
      rows={activities.rows}
      sorting={useSorting(list)}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('activities.empty.title')}>
          <p>{t('activities.empty')}</p>
        </EmptyState>
      }
    />
  )
}
