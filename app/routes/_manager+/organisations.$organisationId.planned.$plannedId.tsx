import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { PlannedLines } from '~/components/organisation/planned-changes.tsx'
import { useUnitCrumbs } from '~/components/organisation/unit-form-parts.tsx'
import { readPlannedChange, takeBackChange } from '~/domain/identity/planned-change.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.units' }

const formSchema = z.object({})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const { organisationId = '', plannedId = '' } = params
  const { organisation, change } = await readPlannedChange(actor, { organisationId, plannedId })
  // Somebody has taken it back already: there is nothing to ask about.
  if (!change) throw redirect(`/organisations/${organisationId}/units`)
  return { organisation, change }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const form = await parseForm(request, formSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', plannedId = '' } = params
  await takeBackChange({ actor, organisationId, plannedId })
  return redirectWithToast(`/organisations/${organisationId}/units`, 'register.taken-back')
}

export default function TakeBackPlanned() {
  const { t, day } = useI18n()
  const { organisation, change } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const title = t('take-back.title')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('take-back.lead', { day: day(change.day) })}
      breadcrumbs={useUnitCrumbs(organisation, title)}
    >
      <Section id="not" title={t('take-back.not')}>
        <PlannedLines lines={change.lines} organisationId={organisation.id} />
        <p>{t('take-back.then')}</p>
      </Section>
      <ActionForm
        schema={formSchema}
        submitLabel={t('units.planned.back')}
        submitVariant="danger"
        pendingLabel={t('register.saving')}
        reply={reply}
        beside={
          <ButtonLink to={`/organisations/${organisation.id}/units`} variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
      />
    </Page>
  )
}
