import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActivityTimes } from '~/components/activity/activity-times.tsx'
import { CheckInCodeField } from '~/components/activity/check-in-code-field.tsx'
import { arrive, readArrivals } from '~/domain/activity/sign-up-arrival.server.ts'
import { arriveSchema, cancelSignUpSchema } from '~/domain/activity/sign-up.schema.ts'
import { cancelByToken, readSignUpByToken } from '~/domain/activity/sign-up.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.attend' }

export async function loader({ params }: LoaderFunctionArgs) {
  const { own, activity, state } = await readSignUpByToken(params.token)
  const arrived = await readArrivals(own.id)
  const isToday = activity.sessions.some(({ heldOn }) => heldOn === today())
  return { own, activity, state, arrived: arrived.length, isToday, key: params.key ?? '' }
}

const schema = z.discriminatedUnion('intent', [cancelSignUpSchema, arriveSchema])

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, schema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'cancel') await cancelByToken(params.token)
  else await arrive(params.token, form.value.code, context.ip)
  return redirect(`/attend/${params.key}/mine/${params.token}`)
}

export default function OwnSignUp() {
  const { t } = useI18n()
  const { own, activity, state, arrived, isToday, key } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const isComing = own.state !== 'cancelled'
  const words = {
    placed: 'attend.placed',
    waiting: 'attend.waiting',
    cancelled: 'attend.ended',
  } as const
  return (
    <Page width="reading" title={t('attend.mine')} lead={<span lang="sv">{activity.title}</span>}>
      <Notice tone={own.state === 'placed' ? 'ok' : 'info'} title={t(words[own.state])}>
        {own.state === 'waiting' && <p>{t('attend.in-line', { count: own.inLine })}</p>}
        {own.state === 'cancelled' && <p>{t('attend.ended.text')}</p>}
        {state === 'cancelled' && <p>{t('attend.state.cancelled')}</p>}
        {isComing && (
          <p>
            <a href={`/attend/${key}/calendar.ics`} download>
              {t('attend.calendar')}
            </a>
          </p>
        )}
      </Notice>
      <ActivityTimes activity={activity} />
      {arrived > 0 && (
        <Notice tone="ok" title={t('check-in.done.title')}>
          <p>{t('check-in.done.text')}</p>
        </Notice>
      )}
      {isToday && isComing && state !== 'cancelled' && (
        <Section id="arrive" title={t('check-in.title')} intro={<p>{t('check-in.lead')}</p>}>
          <ActionForm
            schema={arriveSchema}
            hidden={{ intent: 'arrive' }}
            submitLabel={t('check-in.submit')}
            pendingLabel={t('check-in.pending')}
            reply={reply}
          >
            <CheckInCodeField />
          </ActionForm>
        </Section>
      )}
      {isComing && (state === 'open' || state === 'closed') && (
        <Section id="cancel" title={t('attend.cancel.title')}>
          <ActionForm
            schema={cancelSignUpSchema}
            hidden={{ intent: 'cancel' }}
            submitLabel={t('attend.cancel')}
            pendingLabel={t('attend.pending')}
            submitVariant="secondary"
            reply={reply}
          />
        </Section>
      )}
    </Page>
  )
}
