import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { decideAffiliation, listClaims } from '~/domain/identity/affiliation.server.ts'
import { decisionSchema, decisionsSchema } from '~/domain/identity/affiliation.schema.ts'
import { decideClaims } from '~/domain/identity/decide-claims.server.ts'
import {
  affiliationKinds,
  longestEmployerNumber,
  type Claim,
} from '~/domain/identity/affiliation.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { formMessage, type FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { asText, errorId, useField } from '~/ui/field-context.ts'
import { FieldFrame } from '~/ui/field-frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.claims' }

const formSchema = z.discriminatedUnion('intent', [
  decisionsSchema,
  decisionSchema.extend({ intent: z.undefined().optional() }),
])

/** Ties the ticks in the list to the form below it. */
const severalId = 'several-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const organisationId = params.organisationId ?? ''
  const organisation = await readOrganisation(actor, 'affiliation:decide', organisationId)
  return { organisation, claims: await listClaims(actor, organisationId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const form = await parseForm(request, formSchema)
  if (!form.ok) return form.reply
  const { organisationId = '' } = params
  const here = `/organisations/${organisationId}/claims`
  if (form.value.intent === 'several') {
    const { affiliationIds, decision } = form.value
    await decideClaims({ actor, organisationId, affiliationIds, decision })
    return redirectWithToast(here, `claims.several.${decision}`)
  }
  const { intent: _, ...told } = form.value
  await decideAffiliation({ actor, ...told })
  return redirectWithToast(here, `claims.${told.decision}`)
}

export default function Claims() {
  const { t } = useI18n()
  const { organisation, claims } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const numberError = useNumberError(reply)
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('claims.title')}
      lead={t('claims.lead', { count: claims.length })}
    >
      {reply && (
        <div role="alert">
          <Notice tone="bad" title={t('ui.form.failed')}>
            <p>
              {reply.fieldErrors?.affiliationIds
                ? t('claims.choose')
                : (numberError ?? t('claims.failed'))}
            </p>
          </Notice>
        </div>
      )}
      {claims.length > 0 && <p className="intro">{t('claims.number.intro')}</p>}
      <ClaimTable claims={claims} reply={reply} />
      {claims.length > 1 && <SeveralForm />}
    </OrganisationPage>
  )
}

/** What is wrong with the number that was sent, in words. */
function useNumberError(reply: FormReply | undefined): string | undefined {
  const { tLoose } = useI18n()
  const [error] = reply?.fieldErrors?.employerNumber ?? []
  if (error === undefined) return undefined
  const { key, params } = formMessage(error)
  return tLoose(key, params, 'form.invalid')
}

interface ClaimTableProps {
  claims: Claim[]
  reply: FormReply | undefined
}

function ClaimTable({ claims, reply }: ClaimTableProps) {
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
        {
          id: 'choose',
          head: t('claims.choose.column'),
          cell: ({ affiliationId, givenName, familyName }) => (
            <span className="choice">
              <input
                type="checkbox"
                form={severalId}
                name="affiliationIds"
                value={affiliationId}
                aria-label={t('claims.choose.label', { name: `${givenName} ${familyName}` })}
              />
            </span>
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
          cell: (claim) => {
            const isAnswered = reply?.values?.affiliationId === claim.affiliationId
            return <DecideForm claim={claim} reply={isAnswered ? reply : undefined} />
          },
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

/** One answer for everybody who is ticked in the list. */
function SeveralForm() {
  const { t } = useI18n()
  return (
    <Section id="several" title={t('claims.several')} intro={t('claims.several.intro')}>
      <Form method="post" id={severalId}>
        <input type="hidden" name="intent" value="several" />
        <div className="actions">
          <Button type="submit" name="decision" value="confirmed">
            {t('claims.several.confirm')}
          </Button>
          <Button type="submit" name="decision" value="declined" variant="quiet">
            {t('claims.several.decline')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function DecideForm({ claim, reply }: { claim: Claim; reply: FormReply | undefined }) {
  const { t } = useI18n()
  const { affiliationId, givenName, familyName } = claim
  const name = `${givenName} ${familyName}`
  return (
    <Form method="post" className="field">
      <input type="hidden" name="affiliationId" value={affiliationId} />
      <NumberOf name={name} reply={reply} />
      <WhatOf claim={claim} name={name} />
      <div className="actions">
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
      </div>
    </Form>
  )
}

/** What the person is there, for who confirms to correct; folded away, since most are as they told. */
function WhatOf({ claim, name }: { claim: Claim; name: string }) {
  const { t } = useI18n()
  return (
    <details className="more">
      <summary>
        {t('claims.correct')}
        <span className="visually-hidden"> {name}</span>
      </summary>
      <SelectField
        name="professionGroup"
        label={t('coverage.column.group')}
        defaultValue={claim.professionGroup}
        emptyLabel={t('claims.as-told')}
        choices={personalProfessionGroups.map((value) => ({
          value,
          label: t(`profession.${value}`),
        }))}
      />
      <SelectField
        name="kind"
        label={t('claims.column.kind')}
        defaultValue={claim.kind}
        emptyLabel={t('claims.as-told')}
        choices={affiliationKinds.map((value) => ({
          value,
          label: t(`affiliation.kind.${value}`),
        }))}
      />
    </details>
  )
}

/** The number by which the employer's own files name the person; a form of its own has no binding. */
function NumberOf({ name, reply }: { name: string; reply: FormReply | undefined }) {
  const { t } = useI18n()
  const plain = useField({ name: 'employerNumber', label: t('claims.number') })
  const error = useNumberError(reply)
  return (
    <FieldFrame field={{ ...plain, error, optional: true }} label={t('claims.number')}>
      <input
        {...plain.registered}
        {...plain.control}
        className="input input-medium"
        aria-label={t('claims.number.label', { name })}
        aria-describedby={error ? errorId(plain.id) : undefined}
        aria-invalid={error ? true : undefined}
        defaultValue={asText(reply?.values?.employerNumber)}
        maxLength={longestEmployerNumber}
        autoComplete="off"
        spellCheck={false}
      />
    </FieldFrame>
  )
}
