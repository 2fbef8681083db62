import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { readClaim } from '~/domain/identity/claim-list.server.ts'
import { decisionSchema } from '~/domain/identity/claim.schema.ts'
import { decideAffiliation } from '~/domain/identity/decide-claims.server.ts'
import { affiliationKinds, longestEmployerNumber } from '~/domain/identity/affiliation.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.claim' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  return readClaim(actor, params.organisationId ?? '', params.affiliationId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const form = await parseForm(request, decisionSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', affiliationId = '' } = params
  await decideAffiliation({ actor, affiliationId, ...form.value })
  const { decision } = form.value
  return redirectWithToast(`/organisations/${organisationId}/claims`, `claims.${decision}`)
}

export default function ClaimPage() {
  const { t, day } = useI18n()
  const { organisation, claim } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const name = `${claim.givenName} ${claim.familyName}`
  const here = `/organisations/${organisation.id}`
  const isDeclined = claim.state === 'declined'
  return (
    <Page
      width="reading"
      title={name}
      lead={t('claim.lead', {
        unit: claim.unitName,
        email: claim.email,
        day: day(claim.validFrom),
      })}
      breadcrumbs={[
        { label: organisation.name, to: here },
        { label: t('claims.title'), to: `${here}/claims` },
        { label: name },
      ]}
    >
      {isDeclined && <p>{t('claim.is-declined')}</p>}
      <ActionForm
        schema={decisionSchema}
        hidden={{ decision: 'confirmed' }}
        reply={reply}
        submitLabel={t('claims.confirm')}
        pendingLabel={t('claim.answering')}
      >
        <SelectField
          name="professionGroup"
          label={t('coverage.column.group')}
          hint={t('claim.as-told.hint')}
          defaultValue={claim.professionGroup}
          emptyLabel={t('claim.as-told')}
          choices={personalProfessionGroups.map((value) => ({
            value,
            label: t(`profession.${value}`),
          }))}
        />
        <SelectField
          name="kind"
          label={t('claims.column.kind')}
          defaultValue={claim.kind}
          emptyLabel={t('claim.as-told')}
          choices={affiliationKinds.map((value) => ({
            value,
            label: t(`affiliation.kind.${value}`),
          }))}
        />
        <TextField
          name="employerNumber"
          width="medium"
          label={t('claims.number')}
          hint={t('claims.number.intro')}
          maxLength={longestEmployerNumber}
          autoComplete="off"
        />
      </ActionForm>
      {!isDeclined && (
        <Section id="decline" title={t('claim.decline')} intro={t('claim.decline.intro')}>
          <ActionForm
            schema={decisionSchema}
            hidden={{ decision: 'declined' }}
            submitLabel={t('claims.decline')}
            submitVariant="secondary"
            pendingLabel={t('claim.answering')}
          />
        </Section>
      )}
    </Page>
  )
}
