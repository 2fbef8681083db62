import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readQuality } from '~/domain/quality/quality.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { fastResultsCsv } from '~/exchange/exports/fast-results-csv.ts'

/** The weeks of the page's fast results as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const report = await readQuality(params.versionId, await readLanguage(request))
  const name = `provtider-${report.module.slug}-${report.version.number}.csv`
  return csvAnswer(fastResultsCsv(report), name)
}
