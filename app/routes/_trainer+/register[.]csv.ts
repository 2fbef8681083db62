import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportRegister } from '~/domain/organisation/register-list.server.ts'
import { registerShape } from '~/domain/organisation/register-list.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { registerCsv } from '~/exchange/exports/register-csv.ts'
import { today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'

/** The register, with everything that its list shows on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:read')
  const parts = exportRegister(actor, listQueryOf(request.url, registerShape))
  return csvAnswer(registerCsv(parts), `organisationsregister-${today()}.csv`)
}
