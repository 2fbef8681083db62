import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { useMemo } from 'react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { FactChanges } from '~/components/catalogue/fact-changes.tsx'
import { partField, reviseFactSchema, sourceField } from '~/domain/catalogue/fact.schema.ts'
import { nextReviewFrom } from '~/domain/catalogue/fact-state.ts'
import { readFact, readFactForm } from '~/domain/catalogue/read-facts.server.ts'
import { reviseFact } from '~/domain/catalogue/revise-fact.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { FactFields } from './fact-fields.tsx'

export const handle = { title: 'fact.title.edit' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const { fact, history } = await readFact(params.factId, await readLanguage(request))
  const isOfText = asksForText(request)
  const form = await readFactForm(fact.id, isOfText)
  const day = today()
  // The text's own review comes with its words; a change that is made here is one of today.
  const review = { lastReviewed: day, nextReview: nextReviewFrom(fact, day) }
  return { fact, history, isOfText, form: isOfText ? form : { ...form, ...review } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const { factId } = params
  const held = await readFactForm(factId, asksForText(request))
  const form = await parseForm(request, reviseFactSchema(held))
  if (!form.ok) return form.reply
  await reviseFact({ actor, factId, ...form.value })
  return redirectWithToast(`/catalogue/facts/${factId}`, 'fact.edit.done')
}

/** Whether the form is to begin with the words of the course's text. */
const asksForText = (request: Request) => new URL(request.url).searchParams.get('from') === 'text'

/** After a refusal too, where Remix would not: what a colleague wrote meanwhile is to be seen. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus !== undefined

export default function EditFactPage() {
  const { fact, form, isOfText } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { t } = useI18n()
  const schema = useMemo(() => reviseFactSchema(form), [form])
  const back = `/catalogue/facts/${fact.id}`
  return (
    <Page
      title={t('fact.title.edit')}
      lead={t(isOfText ? 'fact.text.edit.lead' : 'fact.edit.lead')}
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
        hidden={{ number: String(fact.latestNumber) }}
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
        <FactFields parts={Object.keys(form.parts)} sources={form.source.length + 1} />
      </ActionForm>
    </Page>
  )
}

function useInitialValues(): Record<string, string> {
  const { form } = useLoaderData<typeof loader>()
  const { title, text, certainty, toCheck, reviewer, lastReviewed, nextReview } = form
  const values: Record<string, string> = {
    ...{ title, text, certainty, toCheck, reviewer, lastReviewed, nextReview },
    validFrom: form.validFrom ?? '',
    validTo: form.validTo ?? '',
  }
  for (const [name, words] of Object.entries(form.parts)) values[partField(name)] = words
  for (const [row, source] of form.source.entries()) {
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
