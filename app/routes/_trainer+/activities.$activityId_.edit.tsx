import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import {
  activityDefaults,
  ActivityFields,
  sessionIds,
} from '~/components/activity/activity-fields.tsx'
import { activitySchema } from '~/domain/activity/activity.schema.ts'
import {
  changeActivity,
  readActivity,
  readActivityChoices,
} from '~/domain/activity/activity.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.activity' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const activity = await readActivity(actor, params.activityId, 'activity:manage')
  const choices = await readActivityChoices(actor)
  const { id, title, organiserId, organiserName, sessions } = activity
  // Whoever organises it stays in the list, also where another has chosen them.
  const isListed = choices.organisers.some((one) => one.id === organiserId)
  const organisers = isListed
    ? choices.organisers
    : [{ id: organiserId, name: organiserName }, ...choices.organisers]
  return {
    id,
    title,
    choices: { ...choices, organisers },
    values: activityDefaults(activity, sessions),
    sessions: sessions.map((session) => ({ id: session.id })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const activityId = params.activityId ?? ''
  await readActivity(actor, activityId, 'activity:manage')
  const form = await parseForm(request, activitySchema)
  if (!form.ok) return form.reply
  await changeActivity({ actor, activityId, ...form.value })
  return redirectWithToast(`/activities/${activityId}`, 'activity.saved')
}

export default function EditActivity() {
  const { t } = useI18n()
  const { id, title, choices, values, sessions } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <Page
      width="reading"
      title={t('activity.edit.title')}
      lead={t('activity.new.lead')}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: title, to: `/activities/${id}` },
        { label: t('activity.edit.title') },
      ]}
    >
      <ActionForm
        schema={activitySchema}
        defaultValues={values}
        hidden={sessionIds(sessions)}
        submitLabel={t('activity.save')}
        pendingLabel={t('activity.saving')}
        reply={reply}
        beside={
          <ButtonLink variant="quiet" to={`/activities/${id}`}>
            {t('action.cancel')}
          </ButtonLink>
        }
      >
        <ActivityFields choices={choices} shown={sessions.length} />
      </ActionForm>
    </Page>
  )
}
