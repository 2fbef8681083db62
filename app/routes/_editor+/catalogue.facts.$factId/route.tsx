import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { FactStateTag, partLabel, SourceList } from '~/components/catalogue/sheet-words.tsx'
import { ReviewFields } from '~/components/catalogue/review-fields.tsx'
import { confirmFactSchema } from '~/domain/catalogue/fact.schema.ts'
import { nextReviewFrom } from '~/domain/catalogue/fact-state.ts'
import { readFact } from '~/domain/catalogue/read-facts.server.ts'
import { confirmFact } from '~/domain/catalogue/revise-fact.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { FactCitations } from './fact-citations.tsx'
import { FactHistory } from './fact-history.tsx'
import { TextSaysOtherwise } from './text-says-otherwise.tsx'

export const handle = { title: 'fact.title.one' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const view = await readFact(params.factId, await readLanguage(request))
  return { ...view, nextReview: nextReviewFrom(view.fact, today()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const form = await parseForm(request, confirmFactSchema)
  if (!form.ok) return form.reply
  const { factId } = params
  await confirmFact({ actor, factId, ...form.value })
  return redirectWithToast(`/catalogue/facts/${factId}`, 'fact.confirm.done')
}

/** After a refusal too, where Remix would not: what a colleague wrote meanwhile is to be seen. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus !== undefined

export default function FactPage() {
  const { fact, state, text, citations, history, hasOlder } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page
      title={fact.title}
      lead={<FactStateTag state={state} />}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: t('fact.title.list'), to: '/catalogue/facts' },
        { label: fact.title },
      ]}
      actions={<ButtonLink to={`/catalogue/facts/${fact.id}/edit`}>{t('fact.edit')}</ButtonLink>}
    >
      {text && <TextSaysOtherwise factId={fact.id} text={text} />}
      <Section id="says" title={t('fact.says')}>
        <Sheet />
      </Section>
      <Section
        id="confirm"
        title={t('fact.confirm')}
        intro={t(text?.isNew ? 'fact.text.confirm' : 'fact.confirm.intro')}
      >
        {/* The key starts the form anew when there is another version. */}
        <ConfirmForm key={fact.latestNumber} />
      </Section>
      <Section id="cited" title={t('fact.cited')}>
        <FactCitations citations={citations} />
      </Section>
      <Section id="history" title={t('fact.history')}>
        <FactHistory history={history} hasOlder={hasOlder} />
      </Section>
    </Page>
  )
}

function Sheet() {
  const { fact } = useLoaderData<typeof loader>()
  const i18n = useI18n()
  const { t, day } = i18n
  const dayOrNone = (value: string | null) => (value === null ? t('fact.field.none') : day(value))
  const swedish = (words: string) => <span lang="sv">{words}</span>
  return (
    <Facts
      facts={[
        { term: t('fact.field.text'), value: swedish(fact.text) },
        ...Object.entries(fact.parts).map(([name, words]) => ({
          term: partLabel(i18n, name),
          value: swedish(words),
        })),
        { term: t('fact.field.source'), value: <SourceList sources={fact.source} /> },
        { term: t('fact.field.certainty'), value: t(`fact.certainty.${fact.certainty}`) },
        {
          term: t('fact.field.toCheck'),
          value: fact.toCheck === '' ? t('fact.field.none') : swedish(fact.toCheck),
        },
        { term: t('fact.field.validFrom'), value: dayOrNone(fact.validFrom) },
        { term: t('fact.field.validTo'), value: dayOrNone(fact.validTo) },
        { term: t('fact.field.lastReviewed'), value: day(fact.lastReviewed) },
        { term: t('fact.field.reviewer'), value: swedish(fact.reviewer) },
        { term: t('fact.field.nextReview'), value: day(fact.nextReview) },
      ]}
    />
  )
}

function ConfirmForm() {
  const { fact, nextReview } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { t } = useI18n()
  return (
    <ActionForm
      schema={confirmFactSchema}
      hidden={{ number: String(fact.latestNumber) }}
      defaultValues={{ reviewer: fact.reviewer, nextReview }}
      submitLabel={t('fact.confirm.submit')}
      pendingLabel={t('fact.confirm.pending')}
      reply={reply}
    >
      <ReviewFields />
      <TextField name="note" label={t('fact.confirm.note')} maxLength={500} />
    </ActionForm>
  )
}
