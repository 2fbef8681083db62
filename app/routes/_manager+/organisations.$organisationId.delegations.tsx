import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { delegationSchema, endDelegationSchema } from '~/domain/identity/delegation.schema.ts'
import {
  endDelegation,
  giveDelegation,
  listDelegations,
  type DelegationList,
} from '~/domain/identity/delegation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.delegations' }

const formSchema = z.discriminatedUnion('intent', [delegationSchema, endDelegationSchema])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:delegate')
  const list = await listDelegations(actor, params.organisationId ?? '')
  return { ...list, earliest: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:delegate')
  const form = await parseForm(request, formSchema)
  if (!form.ok) return form.reply
  const { organisationId = '' } = params
  const address = `/organisations/${organisationId}/delegations`
  if (form.value.intent === 'end') {
    await endDelegation({ actor, organisationId, grantId: form.value.grantId })
    return redirectWithToast(address, 'delegation.ended')
  }
  const { personId, lastDay } = form.value
  await giveDelegation({ actor, organisationId, personId, lastDay })
  return redirectWithToast(address, 'delegation.given')
}

export default function Delegations() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  return (
    <OrganisationPage
      organisation={view.organisation}
      title={t('delegation.title')}
      lead={t('delegation.lead')}
    >
      <Section id="give" title={t('delegation.give')}>
        <Give {...view} />
      </Section>
      <Section id="given" title={t('delegation.list')}>
        <Given {...view} />
      </Section>
    </OrganisationPage>
  )
}

function Give({ trainers, earliest, latest }: DelegationList & { earliest: string }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  if (trainers.length === 0) return <p>{t('delegation.no-trainers')}</p>
  return (
    <ActionForm
      schema={delegationSchema}
      hidden={{ intent: 'give' }}
      submitLabel={t('delegation.give.submit')}
      pendingLabel={t('delegation.give.busy')}
      reply={reply}
    >
      <SelectField
        name="personId"
        label={t('delegation.trainer')}
        hint={t('delegation.trainer.hint')}
        choices={trainers.map(({ personId, givenName, familyName }) => ({
          value: personId,
          label: `${familyName}, ${givenName}`,
        }))}
        required
      />
      <DateField
        name="lastDay"
        label={t('delegation.last-day')}
        hint={t('delegation.last-day.hint')}
        min={earliest}
        max={latest}
        required
      />
    </ActionForm>
  )
}

function Given({ delegations }: DelegationList) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={t('delegation.caption')}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('delegation.trainer'),
          cell: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
        },
        { id: 'from', head: t('delegation.from'), cell: ({ validFrom }) => day(validFrom) },
        {
          id: 'to',
          head: t('delegation.last-day'),
          cell: ({ validTo, validFrom }) =>
            validTo && (validTo > validFrom ? day(addDays(validTo, -1)) : day(validTo)),
        },
        {
          id: 'end',
          head: t('delegation.state'),
          cell: ({ grantId, isCurrent }) =>
            isCurrent ? (
              <ActionForm
                schema={endDelegationSchema}
                hidden={{ intent: 'end', grantId }}
                submitLabel={t('delegation.end')}
                pendingLabel={t('delegation.end.busy')}
                submitVariant="secondary"
              />
            ) : (
              t('delegation.over')
            ),
        },
      ]}
      rows={delegations}
      rowKey={({ grantId }) => grantId}
      empty={
        <EmptyState title={t('delegation.empty')} heading={3}>
          <p>{t('delegation.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
