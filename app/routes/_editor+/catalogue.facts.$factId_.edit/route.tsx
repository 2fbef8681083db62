import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { useMemo } from 'react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { FactChanges } from '~/components/catalogue/fact-changes.tsx'
import { partField, reviseFactSchema, sourceField } from '~/domain/catalogue/fact.schema.ts'
import { nextReviewFrom } from '~/domain/catalogue/fact-state.ts'
import { readCurrentFact, readFact } from '~/domain/catalogue/read-facts.server.ts'
import { reviseFact } from '~/domain/catalogue/revise-fact.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { FactFields } from './fact-fields.tsx'

export const handle = { title: 'fact.title.edit' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const { fact, history } = await readFact(params.factId, await readLanguage(request))
  const day = today()
  return { fact, history, today: day, nextReview: nextReviewFrom(fact, day) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const { factId } = params
  const form = await parseForm(request, reviseFactSchema(await readCurrentFact(factId)))
  if (!form.ok) return form.reply
  await reviseFact({ actor, factId, ...form.value })
  return redirectWithToast(`/catalogue/facts/${factId}`, 'fact.edit.done')
}

/** After a refusal too, where Remix would not: what a colleague wrote meanwhile is to be seen. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus !== undefined

export default function EditFactPage() {
  const { fact } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { t } = useI18n()
  const schema = useMemo(() => reviseFactSchema(fact), [fact])
  const back = `/catalogue/facts/${fact.id}`
  return (
    <Page
      title={t('fact.title.edit')}
      lead={t('fact.edit.lead')}
      width="reading"
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: t('fact.title.list'), to: '/catalogue/facts' },
        { label: fact.title, to: back },
        { label: t('fact.title.edit') },
      ]}
    >
      {reply?.refusal?.code === 'fact.changed-meanwhile' && (
        <WrittenMeanwhile since={Number(reply.refusal.detail.read)} />
      )}
      <ActionForm
        schema={schema}
        // Once the others' change has been shown, what is saved next is written with it in view.
        hidden={{ number: String(fact.number) }}
        defaultValues={useInitialValues()}
        submitLabel={t('fact.edit.submit')}
        pendingLabel={t('fact.edit.pending')}
        reply={reply}
        beside={
          <ButtonLink variant="quiet" to={back}>
            {t('action.cancel')}
          </ButtonLink>
        }
      >
        <FactFields parts={Object.keys(fact.parts)} sources={fact.source.length + 1} />
      </ActionForm>
    </Page>
  )
}

/** A change begins as a review: of today, with the next as far off as the last one was. */
function useInitialValues(): Record<string, string> {
  const { fact, today, nextReview } = useLoaderData<typeof loader>()
  const { title, text, certainty, toCheck, reviewer } = fact
  const values: Record<string, string> = {
    ...{ title, text, certainty, toCheck, reviewer, nextReview },
    validFrom: fact.validFrom ?? '',
    validTo: fact.validTo ?? '',
    lastReviewed: today,
  }
  for (const [name, words] of Object.entries(fact.parts)) values[partField(name)] = words
  for (const [row, source] of fact.source.entries()) {
    values[sourceField(row, 'title')] = source.title
    values[sourceField(row, 'publisher')] = source.publisher
    values[sourceField(row, 'address')] = source.address ?? ''
  }
  return values
}

/** What others have written since the form was opened, above what was written in it. */
function WrittenMeanwhile({ since }: { since: number }) {
  const { history } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Notice tone="warn" heading={2} title={t('fact.edit.meanwhile')}>
      <p>{t('fact.edit.meanwhile.text')}</p>
      {history
        .filter(({ number }) => number > since)
        .map(({ number, changes }) => (
          <FactChanges key={number} changes={changes} />
        ))}
    </Notice>
  )
}
