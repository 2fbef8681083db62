import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { workplaceName } from '~/components/identity/affiliation-words.tsx'
import { endAffiliationSchema } from '~/domain/identity/affiliation.schema.ts'
import { endAffiliation, readOwnAffiliation } from '~/domain/identity/affiliation.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.profile' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const affiliation = await readOwnAffiliation(actor, params.affiliationId ?? '')
  return { affiliation, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, endAffiliationSchema)
  if (!form.ok) return form.reply
  const affiliationId = params.affiliationId ?? ''
  await endAffiliation({ actor, affiliationId, lastDay: form.value.lastDay })
  return redirectWithToast('/profile', 'affiliation.ended.done')
}

export default function EndAffiliation() {
  const i18n = useI18n()
  const { t } = i18n
  const { affiliation, today } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const here = `/profile/affiliations/${affiliation.affiliationId}`
  const title = t('affiliation.end.title')
  const name = workplaceName(i18n, affiliation)
  return (
    <Page
      width="reading"
      title={title}
      lead={`${name}. ${t('affiliation.end.lead')}`}
      breadcrumbs={[
        { label: t('profile.title'), to: '/profile' },
        { label: name, to: here },
        { label: title },
      ]}
    >
      <ActionForm
        schema={endAffiliationSchema}
        defaultValues={{ lastDay: today }}
        submitLabel={t('affiliation.end.submit')}
        pendingLabel={t('profile.pending')}
        beside={
          <ButtonLink to={here} variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      >
        <DateField
          name="lastDay"
          label={t('affiliation.last-day')}
          min={affiliation.validFrom}
          max={today}
          required
        />
      </ActionForm>
    </Page>
  )
}
