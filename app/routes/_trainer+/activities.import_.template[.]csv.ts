import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { activityTemplateCsv } from '~/exchange/imports/activities/activity-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** An empty file of activities to fill in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'activity:manage')
  const { t } = i18nOf(await readLanguage(request))
  return csvAnswer(activityTemplateCsv(t), 'insatser-mall.csv')
}
