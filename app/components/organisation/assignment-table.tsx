import type { ReactNode } from 'react'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import type { Assignment } from '~/domain/assignment/assignment.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { DataTable } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'

interface AssignmentTableProps {
  assignments: Assignment[]
  /** The day that due days are held against. */
  asOf: Day
  /** What can be done with each, in a last column. */
  action?: (assignment: Assignment) => ReactNode
}

/** What an organisation has under way, the earliest due first. */
export function AssignmentTable({ assignments, asOf, action }: AssignmentTableProps) {
  const { t, day, language } = useI18n()
  const actions = action && [{ id: 'action', head: t('assignment.column.action'), cell: action }]
  return (
    <DataTable
      caption={t('assignment.caption', { day: day(asOf) })}
      narrow="stack"
      columns={[
        {
          id: 'module',
          head: t('assignment.column.module'),
          cell: (assignment) => moduleTitle(assignment, language),
        },
        {
          id: 'groups',
          head: t('assignment.column.groups'),
          cell: ({ professionGroups }) =>
            professionGroups.map((group) => t(`profession.${group}`)).join(', ') ||
            t('assignment.all-groups'),
        },
        {
          id: 'due',
          head: t('assignment.column.due'),
          cell: ({ dueOn }) => (
            <>
              {day(dueOn)} {dueOn < asOf && <Tag tone="warn">{t('assignment.past-due')}</Tag>}
            </>
          ),
        },
        {
          id: 'assigned',
          head: t('assignment.column.assigned'),
          cell: ({ assignedOn }) => day(assignedOn),
        },
        {
          id: 'message',
          head: t('assignment.column.message'),
          cell: ({ message }) => message ?? t('assignment.no-message'),
        },
        ...(actions ?? []),
      ]}
      rows={assignments}
      rowKey={({ id }) => id}
      empty={<p className="meta">{t('assignment.empty')}</p>}
    />
  )
}
