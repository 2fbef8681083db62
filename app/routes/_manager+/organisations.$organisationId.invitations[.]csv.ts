import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportInvitations } from '~/domain/identity/invitation.server.ts'
import { invitationQueryOf } from '~/domain/identity/invitation.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { invitationsCsv } from '~/exchange/exports/invitations-csv.ts'
import { today } from '~/kernel/dates.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedFileSchema } from '~/platform/http/posted-search.ts'

/** The list of invitations, with everything that it shows on all its pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return fileOf(request, params.organisationId, '')
}

/** The same of a search, whose words stand in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requirePermission(request, 'people:join-code')
  const form = await parseForm(request, postedFileSchema)
  return form.ok ? fileOf(request, params.organisationId, form.value.words) : form.reply
}

async function fileOf(request: Request, organisationId = '', words: string) {
  const actor = await requirePermission(request, 'people:join-code')
  const query = { ...invitationQueryOf(request.url), words }
  const parts = await exportInvitations(actor, organisationId, query)
  return csvAnswer(invitationsCsv(parts), `inbjudningar-${today()}.csv`)
}
