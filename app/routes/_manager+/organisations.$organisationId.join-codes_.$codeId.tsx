import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { JoinStateTag, joinedText } from '~/components/identity/join-code-words.tsx'
import { revokeCodeSchema } from '~/domain/identity/join-code.schema.ts'
import { readJoinCode, revokeJoinCode } from '~/domain/identity/join-code.server.ts'
import type { Joiner } from '~/domain/identity/join-code.ts'
import { joinAddress } from '~/exchange/exports/join-address.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.join-codes' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const { organisationId = '', codeId = '' } = params
  const view = await readJoinCode(actor, organisationId, codeId)
  return { ...view, link: joinAddress(view.code.code).direct, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const form = await parseForm(request, revokeCodeSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', codeId = '' } = params
  await revokeJoinCode({ actor, organisationId, codeId })
  return redirectWithToast(
    `/organisations/${organisationId}/join-codes/${codeId}`,
    'join-code.revoked',
  )
}

export default function JoinCode() {
  const i18n = useI18n()
  const { t, day } = i18n
  const { organisation, code, joiners, link } = useLoaderData<typeof loader>()
  const here = `/organisations/${organisation.id}/join-codes`
  return (
    <Page
      title={code.code}
      lead={t('join-code.of', { unit: code.unitName })}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        { label: organisation.name, to: `/organisations/${organisation.id}` },
        { label: t('join-code.title'), to: here },
        { label: code.code },
      ]}
      actions={
        code.state === 'open' && (
          <ButtonLink to={`${here}/${code.id}/sheet`} variant="primary">
            {t('join-code.sheet')}
          </ButtonLink>
        )
      }
    >
      <Facts
        facts={[
          { term: t('join-code.state'), value: <JoinStateTag state={code.state} /> },
          { term: t('join-code.link'), value: link },
          { term: t('join-code.people'), value: joinedText(i18n, code) },
          { term: t('join-code.last-day'), value: day(code.lastDay) },
          { term: t('join-code.kind'), value: t(`affiliation.kind.${code.kind}`) },
          {
            term: t('join-code.confirmation'),
            value: t(`join-code.confirmation.${code.needsConfirmation ? 'needed' : 'none'}`),
          },
        ]}
      />
      <Section id="people" title={t('join-code.joiners')}>
        {joiners === null ? <p>{t('join-code.joiners.hidden')}</p> : <Joiners joiners={joiners} />}
        {code.needsConfirmation && joiners !== null && (
          <p>
            <ButtonLink to={`/organisations/${organisation.id}/claims`}>
              {t('organisation.link.claims')}
            </ButtonLink>
          </p>
        )}
      </Section>
      {!code.isRevoked && <Revoke />}
    </Page>
  )
}

function Joiners({ joiners }: { joiners: Joiner[] }) {
  const { t, day } = useI18n()
  const { today } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={t('join-code.joiners.caption')}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('staff.column.name'),
          cell: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
        },
        {
          id: 'group',
          head: t('coverage.column.group'),
          cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
        },
        {
          id: 'from',
          head: t('join-code.joined-on'),
          cell: ({ validFrom }) => day(validFrom),
        },
        {
          id: 'state',
          head: t('join-code.state'),
          cell: ({ validTo, emailConfirmed, status }) => {
            if (validTo !== null && validTo <= today) return t('affiliation.ended')
            if (!emailConfirmed) return t('join-code.unconfirmed-address')
            return t(`affiliation.status.${status}`)
          },
        },
      ]}
      rows={joiners}
      rowKey={({ affiliationId }) => affiliationId}
      empty={<p>{t('join-code.joiners.none')}</p>}
    />
  )
}

function Revoke() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Section id="revoke" title={t('join-code.revoke')} intro={t('join-code.revoke.text')}>
      <ActionForm
        schema={revokeCodeSchema}
        hidden={{ intent: 'revoke' }}
        submitLabel={t('join-code.revoke.submit')}
        pendingLabel={t('join-code.revoke.busy')}
        submitVariant="secondary"
        reply={reply}
      />
    </Section>
  )
}
