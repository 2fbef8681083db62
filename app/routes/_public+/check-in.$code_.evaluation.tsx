import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepDevice, readRoomVisitor } from '~/auth/check-in-device.server.ts'
import { sessionText } from '~/components/activity/session-words.ts'
import { newDevice } from '~/domain/activity/check-in.server.ts'
import { evaluationSchema } from '~/domain/activity/evaluation.schema.ts'
import { answerEvaluation, readEvaluation } from '~/domain/activity/evaluation.server.ts'
import { confidences } from '~/domain/activity/evaluation.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.evaluation' }

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await readRoomVisitor(args)
  const view = { ...(await readEvaluation(args.params.code, visitor)), id: randomUUID() }
  return visitor.device ? data(view) : data(view, { headers: await keepDevice(newDevice()) })
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, evaluationSchema)
  if (!form.ok) return form.reply
  const visitor = await readRoomVisitor(args)
  const device = visitor.device ?? form.value.id
  await answerEvaluation(args.params.code, { ...visitor, device }, form.value)
  const headers = await keepDevice(device)
  return redirect(`/check-in/${args.params.code}/evaluation`, { headers })
}

export default function Evaluation() {
  const i18n = useI18n()
  const { t } = i18n
  const view = useLoaderData<typeof loader>()
  const { title, state } = view
  return (
    <Page
      width="reading"
      title={t('evaluation.title')}
      lead={
        <>
          <span lang="sv">{title}</span>
          <br />
          <span className="meta">{sessionText(i18n, view)}</span>
        </>
      }
    >
      {state === 'open' ? (
        <Questions />
      ) : (
        <Notice tone={state === 'answered' ? 'ok' : 'info'}>
          <p>{t(`evaluation.${state}`)}</p>
        </Notice>
      )}
    </Page>
  )
}

function Questions() {
  const { t } = useI18n()
  const { id } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const choices = confidences.map((value) => ({
    value: String(value),
    label: t(`evaluation.level.${value}`),
  }))
  return (
    <>
      <p>{t('evaluation.anonymous')}</p>
      <ActionForm
        schema={evaluationSchema}
        hidden={{ id }}
        submitLabel={t('evaluation.submit')}
        pendingLabel={t('evaluation.pending')}
        reply={reply}
      >
        <RadioGroup name="before" label={t('evaluation.before')} choices={choices} required />
        <RadioGroup name="after" label={t('evaluation.after')} choices={choices} required />
      </ActionForm>
    </>
  )
}
