import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { activityDefaults, ActivityFields } from '~/components/activity/activity-fields.tsx'
import { activitySchema } from '~/domain/activity/activity.schema.ts'
import {
  planActivity,
  readActivity,
  readActivityChoices,
} from '~/domain/activity/activity.server.ts'
import { usualWindow } from '~/domain/activity/activity.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.activity' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const from = new URL(request.url).searchParams.get('from')
  const [choices, template] = await Promise.all([
    readActivityChoices(actor),
    from ? readActivity(actor, from, 'activity:manage') : null,
  ])
  // A template without its days: those are what is new.
  return { choices, template: template && activityDefaults(template, []) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const form = await parseForm(request, activitySchema)
  if (!form.ok) return form.reply
  const id = await planActivity({ actor, ...form.value })
  return redirectWithToast(`/activities/${id}`, 'activity.planned')
}

export default function NewActivity() {
  const { t } = useI18n()
  const { choices, template } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { homeCounties, homeMunicipalities, nation, organisers } = choices
  const onlyHome = nation ? 'nation' : (homeCounties[0]?.code ?? homeMunicipalities[0]?.code)
  const usual = { ...usualWindow, home: onlyHome, organiserId: organisers[0]?.id, form: 'on-site' }
  return (
    <Page
      width="reading"
      title={t('activity.new.title')}
      lead={t('activity.new.lead')}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: t('activity.new.title') },
      ]}
    >
      <ActionForm
        schema={activitySchema}
        defaultValues={template ?? usual}
        submitLabel={t('activity.save')}
        pendingLabel={t('activity.saving')}
        reply={reply}
        beside={
          <ButtonLink variant="quiet" to="/activities">
            {t('action.cancel')}
          </ButtonLink>
        }
      >
        <ActivityFields choices={choices} shown={1} />
      </ActionForm>
    </Page>
  )
}
