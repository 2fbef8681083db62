import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityFilePage } from '~/components/activity/activity-file-page.tsx'
import { HomeField } from '~/components/activity/home-field.tsx'
import { activityFileSaidSchema } from '~/domain/activity/activity-import.schema.ts'
import { tryActivities } from '~/domain/activity/activity-import.server.ts'
import {
  readActivityQuestions,
  type ActivityFileQuestions,
} from '~/domain/activity/activity-import-view.server.ts'
import { columnName, unsaid } from '~/domain/identity/people-import.schema.ts'
import { activityFieldLabels } from '~/exchange/imports/activities/activity-field-labels.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { CheckboxField, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

export const handle = { title: 'title.activity-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  return readActivityQuestions({ actor, importId: params.importId ?? '' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const form = await parseForm(request, activityFileSaidSchema)
  if (!form.ok) return form.reply
  const importId = params.importId ?? ''
  await tryActivities({ actor, importId, said: form.value })
  return redirect(`/activities/import/${importId}`)
}

export default function ActivityColumnsPage() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <ActivityFilePage title={t('people-file.columns.title')} lead={t('people-file.columns.lead')}>
      <ActionForm
        schema={activityFileSaidSchema}
        submitLabel={t('people-file.columns.submit')}
        pendingLabel={t('people-file.columns.busy')}
        reply={reply}
        beside={
          <ButtonLink to="/activities/import" variant="quiet">
            {t('people-file.columns.leave')}
          </ButtonLink>
        }
      >
        <ColumnFields {...view} />
        <RestFields {...view} />
      </ActionForm>
    </ActivityFilePage>
  )
}

/** One question for each column, with what its first rows hold. */
function ColumnFields({ heads, samples, said }: ActivityFileQuestions) {
  const { t } = useI18n()
  const fields = activityFieldLabels(t)
  const choices = [
    { value: unsaid, label: t('people-file.columns.unused') },
    ...fields.map(({ field, label }) => ({ value: field, label })),
  ]
  return (
    <Section
      id="columns"
      title={t('people-file.columns')}
      intro={<p>{t('activity-file.columns.intro')}</p>}
    >
      {heads.map((head, place) => {
        const shown = samples.map((cells) => cells[place]).filter(Boolean)
        return (
          <SelectField
            key={place}
            name={columnName(place)}
            label={head || t('people-file.columns.nameless', { place: place + 1 })}
            hint={
              shown.length > 0
                ? t('people-file.columns.sample', { samples: shown.join(' · ') })
                : t('people-file.columns.blank')
            }
            choices={choices}
            defaultValue={
              fields.find(({ field }) => said.columns[field] === place)?.field ?? unsaid
            }
            required
          />
        )
      })}
    </Section>
  )
}

/** What holds for rows that say nothing of it. */
function RestFields({ said, choices }: ActivityFileQuestions) {
  const { t } = useI18n()
  const none = t('activity-file.rest.none')
  return (
    <Section
      id="rest"
      title={t('activity-file.rest')}
      intro={<p>{t('activity-file.rest.intro')}</p>}
    >
      <HomeField
        choices={choices}
        label={t('activity-file.rest.home')}
        defaultValue={said.home ?? undefined}
        emptyLabel={none}
      />
      <SelectField
        name="organiserId"
        label={t('activity-file.rest.organiser')}
        choices={choices.organisers.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={said.organiserId ?? undefined}
        emptyLabel={none}
      />
      <CheckboxField
        name="isFromHome"
        label={t('activity-file.rest.from')}
        hint={t('activity-file.rest.from.hint')}
        defaultChecked={said.isFromHome}
      />
    </Section>
  )
}
