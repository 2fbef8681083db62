import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { AssignmentTable } from '~/components/assignment/assignment-table.tsx'
import {
  assignmentQueryOf,
  assignmentShape,
  type AssignmentQuery,
} from '~/domain/assignment/assignment-list.ts'
import { listOwnAssignments } from '~/domain/assignment/list-assignments.server.ts'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ListEnd, ListFilters, useSorting } from '~/ui/list.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.assignments' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const list = assignmentQueryOf(request.url)
  return { list, assignments: await listOwnAssignments(actor, list), today: today() }
}

export default function AssignmentsPage() {
  const { t } = useI18n()
  const { list, assignments, today } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('assignment.title')}
      lead={t('assignment.own.lead', { count: assignments.count })}
      actions={
        <ButtonLink to="/assignments/new" variant="primary">
          {t('assignment.new')}
        </ButtonLink>
      }
    >
      <Filters />
      <AssignmentTable
        assignments={assignments.rows}
        asOf={today}
        sorting={useSorting(list)}
        empty={isNarrowed(list) ? t('assignment.empty.found') : undefined}
        action={({ id }) => <Link to={`/assignments/${id}`}>{t('assignment.change')}</Link>}
      />
      <ListEnd page={assignments} exportTo="/assignments.csv" />
    </Page>
  )
}

const isNarrowed = ({ search, filters }: AssignmentQuery) =>
  search !== '' || Object.values(filters).some((values) => values.length > 0)

function Filters() {
  const { t } = useI18n()
  const { list } = useLoaderData<typeof loader>()
  return (
    <ListFilters
      query={list}
      searchLabel={t('assignment.search')}
      sorts={assignmentShape.sorts.map((sort) => ({
        value: sort,
        label: t(`assignment.column.${sort}`),
      }))}
    >
      <SelectField
        name="bound"
        label={t('assignment.mandatory')}
        choices={[
          { value: 'mandatory', label: t('assignment.bound.mandatory') },
          { value: 'recommended', label: t('assignment.recommended') },
        ]}
        emptyLabel={t('assignment.bound.both')}
        defaultValue={list.filters.bound[0]}
      />
      <SelectField
        name="group"
        label={t('assignment.group')}
        choices={countedGroups.map((value) => ({ value, label: t(`profession.${value}`) }))}
        emptyLabel={t('assignment.every-group')}
        defaultValue={list.filters.group[0]}
      />
    </ListFilters>
  )
}
