import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { downloadFigures } from '~/exchange/exports/download-figures.server.ts'

/** The figures of a page, or of every module, as an Excel workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'followup:export')
  return downloadFigures(actor, request.url, 'xlsx')
}
