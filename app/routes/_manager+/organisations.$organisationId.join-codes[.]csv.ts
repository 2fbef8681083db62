import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportJoinCodes } from '~/domain/identity/join-code.server.ts'
import { joinCodeQueryOf } from '~/domain/identity/join-code.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { joinCodesCsv } from '~/exchange/exports/join-codes-csv.ts'
import { today } from '~/kernel/dates.ts'

/** The list of join codes, with everything that it shows on all its pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const query = joinCodeQueryOf(request.url)
  const parts = await exportJoinCodes(actor, params.organisationId ?? '', query)
  return csvAnswer(joinCodesCsv(parts), `anslutningskoder-${today()}.csv`)
}
