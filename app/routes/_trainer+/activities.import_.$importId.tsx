import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityFilePage } from '~/components/activity/activity-file-page.tsx'
import { ActivityFileRows } from '~/components/activity/activity-file-rows.tsx'
import {
  ActivityFileDecision,
  ActivityFileFacts,
  ActivityFileNotices,
} from '~/components/activity/activity-file-state.tsx'
import { activityFileDecisionSchema } from '~/domain/activity/activity-import.schema.ts'
import { applyActivities, undoActivities } from '~/domain/activity/activity-import.server.ts'
import {
  listActivityRows,
  readActivityImport,
  type ActivityImportView,
} from '~/domain/activity/activity-import-view.server.ts'
import { activityOutcomes } from '~/domain/activity/judge-activities.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { rowsAsked } from '~/kernel/tried-file.ts'
import { parseForm } from '~/platform/http/form.server.ts'

export const handle = { title: 'title.activity-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const asked = { actor, importId: params.importId ?? '' }
  const view = await readActivityImport(asked)
  if (view.import.status === 'received' && !view.work) {
    throw redirect(`/activities/import/${asked.importId}/columns`)
  }
  const shown = rowsAsked(request, activityOutcomes, view.import.counts)
  return { ...view, ...shown, list: await listActivityRows({ ...asked, ...shown }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const form = await parseForm(request, activityFileDecisionSchema)
  if (!form.ok) return form.reply
  const asked = { actor, importId: params.importId ?? '' }
  if (form.value.intent === 'undo') await undoActivities(asked)
  else await applyActivities(asked)
  return redirect(`/activities/import/${asked.importId}`)
}

export default function ActivityImport() {
  const view = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActivityFilePage title={t('activity-file.file.title')} lead={<Lead {...view} />}>
      <ActivityFileNotices {...view} />
      <ActivityFileFacts {...view} />
      {!view.isUnderWay && (
        <>
          <ActivityFileDecision {...view} />
          <ActivityFileRows {...view} />
        </>
      )}
    </ActivityFilePage>
  )
}

/** What the file would do, has done or did. */
function Lead(view: ActivityImportView) {
  const { t, number } = useI18n()
  const { status, counts } = view.import
  if (view.isUnderWay) return t('people-file.lead.under-way')
  if (status === 'undone') return t('people-file.lead.undone')
  if (!counts) return t('people-file.lead.not-tried')
  const shown = { new: number(counts.new), changed: number(counts.changed) }
  if (status === 'applied') return t('activity-file.lead.applied', shown)
  if (counts.new + counts.changed === 0) return t('people-file.lead.nothing')
  return t('activity-file.lead.checked', shown)
}
