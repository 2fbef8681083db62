import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { decideAffiliation, listClaims } from '~/domain/identity/affiliation.server.ts'
import { decisions, type Claim } from '~/domain/identity/affiliation.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Notice } from '~/ui/notice.tsx'
import { DataTable } from '~/ui/table.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.claims' }

const decisionSchema = z.object({ affiliationId: z.uuid(), decision: z.enum(decisions) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const organisationId = params.organisationId ?? ''
  const organisation = await readOrganisation(actor, 'affiliation:decide', organisationId)
  return { organisation, claims: await listClaims(actor, organisationId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const form = await parseForm(request, decisionSchema)
  if (!form.ok) return form.reply
  await decideAffiliation({ actor, ...form.value })
  const { decision } = form.value
  return redirectWithToast(`/organisations/${params.organisationId}/claims`, `claims.${decision}`)
}

export default function Claims() {
  const { t } = useI18n()
  const { organisation, claims } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('claims.title')}
      lead={t('claims.lead', { count: claims.length })}
    >
      {reply && (
        <Notice tone="bad" title={t('ui.form.failed')}>
          <p>{t('claims.failed')}</p>
        </Notice>
      )}
      <ClaimTable claims={claims} />
    </OrganisationPage>
  )
}

function ClaimTable({ claims }: { claims: Claim[] }) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={t('claims.caption')}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('staff.column.name'),
          cell: ({ givenName, familyName, email }) => (
            <>
              {`${familyName}, ${givenName}`}
              <br />
              <span className="meta">{email}</span>
            </>
          ),
        },
        { id: 'unit', head: t('organisation.column.unit'), cell: ({ unitName }) => unitName },
        {
          id: 'group',
          head: t('coverage.column.group'),
          cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
        },
        {
          id: 'kind',
          head: t('claims.column.kind'),
          cell: ({ kind, validFrom }) =>
            t('claims.since', { kind: t(`affiliation.kind.${kind}`), day: day(validFrom) }),
        },
        {
          id: 'decide',
          head: t('claims.column.decide'),
          cell: (claim) => <DecideForm claim={claim} />,
        },
      ]}
      rows={claims}
      rowKey={({ affiliationId }) => affiliationId}
      empty={
        <EmptyState title={t('claims.empty')}>
          <p>{t('claims.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}

function DecideForm({ claim }: { claim: Claim }) {
  const { t } = useI18n()
  const { affiliationId, givenName, familyName } = claim
  const name = `${givenName} ${familyName}`
  return (
    <Form method="post" className="actions">
      <input type="hidden" name="affiliationId" value={affiliationId} />
      <Button
        type="submit"
        name="decision"
        value="confirmed"
        aria-label={t('claims.confirm.label', { name })}
      >
        {t('claims.confirm')}
      </Button>
      <Button
        type="submit"
        name="decision"
        value="declined"
        variant="quiet"
        aria-label={t('claims.decline.label', { name })}
      >
        {t('claims.decline')}
      </Button>
    </Form>
  )
}
