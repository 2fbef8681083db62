import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { assignmentQueryOf } from '~/domain/assignment/assignment-list.ts'
import { exportAssignments } from '~/domain/assignment/list-assignments.server.ts'
import { assignmentsCsv } from '~/exchange/exports/assignments-csv.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { today } from '~/kernel/dates.ts'

/** The list of assignments, with everything that it shows on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const parts = exportAssignments(actor, assignmentQueryOf(request.url))
  return csvAnswer(assignmentsCsv(parts), `uppdrag-${today()}.csv`)
}
