import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { chooseFollowedModule, exportNationalTable } from '~/domain/followup/followup.server.ts'
import { nationalTableCsv, nationalTableFileName } from '~/exchange/exports/national-table-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** The national table as a file, of the module and day that the page shows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'followup:export')
  const { moduleSlug, asOf } = figureQueryOf(request.url)
  const { module } = await chooseFollowedModule(actor, moduleSlug)
  if (!module) throw new Refusal('followup.module-unknown')
  const table = await exportNationalTable({ actor, moduleId: module.id, asOf })
  return new Response(nationalTableCsv([table], i18nOf('sv').t), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nationalTableFileName(table)}"`,
      'Cache-Control': 'no-store',
    },
  })
}
