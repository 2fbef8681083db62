import { listQueryOf, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import { professionGroups } from '~/kernel/profession.ts'

/** What the list of assignments can be asked for: those that must be done or are recommended, and for which groups. */
export const assignmentShape = {
  sorts: ['due', 'target', 'assigned'],
  filters: { bound: oneOf(['mandatory', 'recommended']), group: oneOf(professionGroups) },
} as const satisfies ListShape

export type AssignmentQuery = QueryOf<typeof assignmentShape>

/** Reads the list's address: the earliest due first, where it says nothing else. */
export function assignmentQueryOf(address: string): AssignmentQuery {
  return listQueryOf(address, assignmentShape)
}
