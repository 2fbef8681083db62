import type { ReactNode } from 'react'
import { useIssuer } from '~/components/module/issuer-words.ts'
import type { Assignment } from '~/domain/assignment/assignment.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { DataTable, type Sorting } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { useAssignmentWords } from './assignment-words.ts'

interface AssignmentTableProps {
  assignments: Assignment[]
  /** The day that due days are held against. */
  asOf: Day
  /** What can be done with each, in a last column. */
  action?: (assignment: Assignment) => ReactNode
  /** Of a list that can be sorted and searched; else the earliest due is on top. */
  sorting?: Sorting
  /** What is said where there are none. */
  empty?: string
}

/** What is under way. */
export function AssignmentTable(props: AssignmentTableProps) {
  const { assignments, asOf, action, sorting, empty } = props
  const { t, day } = useI18n()
  const { targetOf, audienceOf, dueOf, repeatOf } = useAssignmentWords()
  const issuerOf = useIssuer()
  const actions = action && [{ id: 'action', head: t('assignment.column.action'), cell: action }]
  return (
    <DataTable
      caption={t(sorting ? 'assignment.caption.list' : 'assignment.caption', { day: day(asOf) })}
      narrow="stack"
      columns={[
        {
          id: 'target',
          head: t('assignment.column.target'),
          sort: 'target',
          cell: (assignment) => (
            <>
              {targetOf(assignment)}{' '}
              {!assignment.isMandatory && <Tag tone="info">{t('assignment.recommended')}</Tag>}
            </>
          ),
        },
        { id: 'audience', head: t('assignment.column.audience'), cell: audienceOf },
        {
          id: 'due',
          head: t('assignment.column.due'),
          sort: 'due',
          cell: (assignment) => (
            <>
              {[dueOf(assignment), repeatOf(assignment)].filter(Boolean).join(' · ')}{' '}
              {assignment.dueOn !== null &&
                assignment.dueDays === null &&
                assignment.dueOn < asOf && <Tag tone="warn">{t('assignment.past-due')}</Tag>}
            </>
          ),
        },
        {
          id: 'issuer',
          head: t('assignment.column.assigned'),
          sort: 'assigned',
          cell: ({ issuer, assignedOn }) => `${issuerOf(issuer)}, ${day(assignedOn)}`,
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
      sorting={sorting}
      empty={<p className="meta">{empty ?? t('assignment.empty')}</p>}
    />
  )
}
