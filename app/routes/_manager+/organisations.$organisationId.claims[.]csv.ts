import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportClaims } from '~/domain/identity/claim-list.server.ts'
import { claimShape } from '~/domain/identity/claim.ts'
import { claimsCsv } from '~/exchange/exports/claims-csv.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedFileSchema } from '~/platform/http/posted-search.ts'

/** The list of claims, with everything that it shows on all its pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return fileOf(request, params.organisationId, '')
}

/** The same of a search by name, whose words stand in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requirePermission(request, 'affiliation:decide')
  const form = await parseForm(request, postedFileSchema)
  return form.ok ? fileOf(request, params.organisationId, form.value.words) : form.reply
}

async function fileOf(request: Request, organisationId = '', words: string) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const query = listQueryOf(request.url, claimShape)
  const parts = await exportClaims({ actor, organisationId, query, words })
  return csvAnswer(claimsCsv(parts), `vantar-pa-bekraftelse-${today()}.csv`)
}
