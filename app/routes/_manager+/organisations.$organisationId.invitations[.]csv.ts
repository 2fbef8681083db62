import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportInvitations } from '~/domain/identity/invitation.server.ts'
import { invitationQueryOf } from '~/domain/identity/invitation.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { invitationsCsv } from '~/exchange/exports/invitations-csv.ts'
import { today } from '~/kernel/dates.ts'

/** The list of invitations, with everything that it shows on all its pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const query = invitationQueryOf(request.url)
  const parts = await exportInvitations(actor, params.organisationId ?? '', query)
  return csvAnswer(invitationsCsv(parts), `inbjudningar-${today()}.csv`)
}
