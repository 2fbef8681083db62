import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { openParticipationSchema } from '~/domain/activity/open-participation.schema.ts'
import { stateOpenParticipation } from '~/domain/activity/open-participation.server.ts'
import { openGroups } from '~/domain/activity/open-participation.ts'
import { readOpenModule } from '~/domain/attempt/read-open-module.server.ts'
import { listCounties } from '~/domain/place/place.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.play' }

export async function loader({ params }: LoaderFunctionArgs) {
  const [module, counties] = await Promise.all([readOpenModule(params.moduleSlug), listCounties()])
  // Drawn wholly at random: ids of ours tell the moment in which they were made.
  return { module, counties, id: randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, openParticipationSchema)
  if (!form.ok) return form.reply
  const { moduleSlug } = params
  await stateOpenParticipation({ ...form.value, moduleSlug }, context.ip)
  return redirect(`/open/${moduleSlug}/tick/sent`)
}

export default function OpenTick() {
  const { t, language } = useI18n()
  const { module, counties, id } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <Page
      width="reading"
      title={t('open.tick.title')}
      lead={t('open.tick.lead', { module: moduleTitle(module, language) })}
    >
      <Notice tone="info" title={t('open.tick.kept.title')}>
        <p>{t('open.tick.kept')}</p>
      </Notice>
      <ActionForm
        schema={openParticipationSchema}
        hidden={{ id }}
        submitLabel={t('open.tick.submit')}
        pendingLabel={t('open.tick.pending')}
        reply={reply}
        beside={
          <ButtonLink variant="quiet" to={`/open/${module.slug}`}>
            {t('open.tick.back')}
          </ButtonLink>
        }
      >
        <SelectField
          name="countyCode"
          label={t('open.tick.county')}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
          emptyLabel={t('open.tick.unstated')}
        />
        <SelectField
          name="professionGroup"
          label={t('open.tick.group')}
          choices={openGroups.map((group) => ({ value: group, label: t(`profession.${group}`) }))}
          emptyLabel={t('open.tick.unstated')}
        />
      </ActionForm>
    </Page>
  )
}
