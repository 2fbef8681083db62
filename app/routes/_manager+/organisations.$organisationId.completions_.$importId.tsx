import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { readImport, type ImportView } from '~/domain/attempt/completion-import-view.server.ts'
import { startApplying, startUndoing } from '~/domain/attempt/completion-import.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { TriedFileNotices } from '~/components/tried-file/tried-file-state.tsx'
import { AddedRows, FreshRows, RefusedRows } from '~/components/attempt/import-rows.tsx'

export const handle = { title: 'title.earlier' }

const decisionSchema = z.object({ intent: z.enum(['apply', 'undo']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const { organisationId = '', importId = '' } = params
  return readImport({ actor, organisationId, importId })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const form = await parseForm(request, decisionSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', importId = '' } = params
  const address = `/organisations/${organisationId}/completions/${importId}`
  const start = form.value.intent === 'undo' ? startUndoing : startApplying
  await start({ actor, organisationId, importId })
  return redirect(address)
}

export default function CompletionImport() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation } = view
  const to = `/organisations/${organisation.id}`
  const title = t('earlier.import.title')
  return (
    <Page
      title={title}
      lead={<Lead {...view} />}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        { label: organisation.name, to },
        { label: t('earlier.title'), to: `${to}/completions` },
        { label: title },
      ]}
    >
      <Warnings {...view} />
      <Counts {...view} />
      {!view.isUnderWay && (
        <>
          <Decide {...view} />
          <FreshRows {...view} />
          <AddedRows {...view} />
          <RefusedRows {...view} />
        </>
      )}
    </Page>
  )
}

/** A check that nobody applied in time, and that is still there. */
const isTooOld = ({ import: { status }, applyUntil }: ImportView) =>
  status === 'checked' && !applyUntil

/** What the file does, has done or did. */
function Lead(view: ImportView) {
  const { status, completions } = view.import
  const { t } = useI18n()
  if (view.isUnderWay) return t('people-file.lead.under-way')
  if (status === 'received') return t('earlier.lead.not-checked')
  if (status === 'applied') return t('earlier.lead.applied', { count: completions })
  if (status === 'undone') return t('earlier.lead.undone')
  if (isTooOld(view)) return t('earlier.lead.too-old')
  if (completions === 0) return t('earlier.lead.nothing')
  return t('earlier.lead.checked', { count: completions })
}

function Warnings(view: ImportView) {
  const { t, moment } = useI18n()
  const { import: found, applyUntil } = view
  const notices = { ...view, import: { status: found.status, isRecounted: false } }
  const again = `/organisations/${view.organisation.id}/completions`
  return (
    <TriedFileNotices {...notices} {...(found.status === 'received' && { again })}>
      {applyUntil && found.appliedBefore && (
        <Notice tone="info" title={t('earlier.same-file')}>
          <p>{t('earlier.same-file.text', { moment: moment(found.appliedBefore) })}</p>
        </Notice>
      )}
    </TriedFileNotices>
  )
}

function Counts({ import: found }: ImportView) {
  const { t, moment } = useI18n()
  const facts = [
    { term: t('earlier.outcome.new'), value: t('earlier.rows', { count: found.new }) },
    { term: t('earlier.outcome.held'), value: t('earlier.rows.held', { count: found.held }) },
    { term: t('earlier.outcome.refused'), value: t('earlier.rows', { count: found.refused }) },
    { term: t('earlier.imports.checked'), value: moment(found.checkedAt) },
  ]
  if (found.fileName !== null)
    facts.unshift({ term: t('earlier.imports.file'), value: found.fileName })
  if (found.appliedAt)
    facts.push({ term: t('earlier.status.applied'), value: moment(found.appliedAt) })
  if (found.undoneAt)
    facts.push({ term: t('earlier.status.undone'), value: moment(found.undoneAt) })
  return <Facts facts={facts} />
}

/** Apply what was checked, or take back what was applied, as long as either can be done. */
function Decide(view: ImportView) {
  const { organisation, import: found, applyUntil, undoUntil } = view
  const { t, moment } = useI18n()
  const reply = useActionData<FormReply>()
  const back = `/organisations/${organisation.id}/completions`
  if (applyUntil && found.completions > 0) {
    return (
      <Section id="apply" title={t('earlier.apply')}>
        <p>{t('earlier.apply.text', { moment: moment(applyUntil) })}</p>
        <ActionForm
          schema={decisionSchema}
          hidden={{ intent: 'apply' }}
          submitLabel={t('earlier.apply.button', { count: found.completions })}
          pendingLabel={t('earlier.apply.busy')}
          reply={reply}
          beside={
            <ButtonLink to={back} variant="quiet">
              {t('earlier.apply.not')}
            </ButtonLink>
          }
        />
      </Section>
    )
  }
  if (undoUntil) {
    return (
      <Section id="undo" title={t('earlier.undo')}>
        <p>{t('earlier.undo.text', { moment: moment(undoUntil) })}</p>
        <ActionForm
          schema={decisionSchema}
          hidden={{ intent: 'undo' }}
          submitLabel={t('earlier.undo.button')}
          pendingLabel={t('earlier.undo.busy')}
          submitVariant="danger"
          reply={reply}
        />
      </Section>
    )
  }
  if (isTooOld(view)) return <p>{t('earlier.over.too-old')}</p>
  const { status } = found
  if (status !== 'checked' && status !== 'applied' && status !== 'undone') return null
  return <p>{t(`earlier.over.${status}`)}</p>
}
