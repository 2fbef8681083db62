import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { ActivityTimes } from '~/components/activity/activity-times.tsx'
import { PlaceField } from '~/components/activity/place-field.tsx'
import { openGroups } from '~/domain/activity/open-participation.ts'
import {
  cancelSignUpSchema,
  ownSignUpSchema,
  signUpSchema,
} from '~/domain/activity/sign-up.schema.ts'
import {
  cancelOwn,
  readSignUpPage,
  signUpNamed,
  signUpPerson,
} from '~/domain/activity/sign-up.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.attend' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  const actor = viewer?.actor ?? null
  const view = await readSignUpPage(params.key, actor)
  const isSent = new URL(request.url).searchParams.has('sent')
  const name = actor && `${actor.givenName} ${actor.familyName}`
  return data({ ...view, name, isSent, key: params.key ?? '' })
}

const signedInSchema = z.discriminatedUnion('intent', [ownSignUpSchema, cancelSignUpSchema])

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request)
  const here = `/attend/${params.key}`
  if (viewer) {
    const form = await parseForm(request, signedInSchema)
    if (!form.ok) return form.reply
    if (form.value.intent === 'own') await signUpPerson(viewer.actor, params.key, context.ip)
    else await cancelOwn(viewer.actor, params.key)
    return redirect(here)
  }
  const form = await parseForm(request, signUpSchema)
  if (!form.ok) return form.reply
  const language = await readLanguage(request)
  await signUpNamed(params.key, { ...form.value, language }, context.ip)
  return redirect(`${here}?sent`)
}

export default function Attend() {
  const { t } = useI18n()
  const { activity, state, own, name, isSent } = useLoaderData<typeof loader>()
  return (
    <Page
      width="reading"
      title={t('attend.title')}
      lead={
        <>
          <span lang="sv">{activity.title}</span>
          <br />
          <span className="meta">{t(`activity.type.${activity.type}`)}</span>
        </>
      }
    >
      <ActivityTimes activity={activity} />
      {isSent ? (
        <Notice tone="ok" title={t('attend.sent.title')}>
          <p>{t('attend.sent')}</p>
        </Notice>
      ) : own ? (
        <Own />
      ) : state === 'open' ? (
        <>
          <Places />
          {name === null ? <NamedForm /> : <OwnForm name={name} />}
        </>
      ) : (
        <Notice tone="info">
          <p>{t(`attend.state.${state}`)}</p>
        </Notice>
      )}
    </Page>
  )
}

function Places() {
  const { t, number, day } = useI18n()
  const { left, waiting, closesOn } = useLoaderData<typeof loader>()
  return (
    <p>
      {left === null
        ? null
        : left > 0
          ? `${t('attend.left', { count: left, shown: number(left) })} `
          : `${t('attend.full', { count: waiting, shown: number(waiting) })} `}
      {t('attend.closes', { day: day(closesOn) })}
    </p>
  )
}

function Own() {
  const { t } = useI18n()
  const { own, state, key } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!own) return null
  const isPlaced = own.state === 'placed'
  return (
    <>
      <Notice
        tone={isPlaced ? 'ok' : 'info'}
        title={t(isPlaced ? 'attend.placed' : 'attend.waiting')}
      >
        {!isPlaced && <p>{t('attend.in-line', { count: own.inLine })}</p>}
        {state === 'cancelled' && <p>{t('attend.state.cancelled')}</p>}
        <p>
          <a href={`/attend/${key}/calendar.ics`} download>
            {t('attend.calendar')}
          </a>
        </p>
      </Notice>
      {(state === 'open' || state === 'closed') && (
        <ActionForm
          schema={cancelSignUpSchema}
          hidden={{ intent: 'cancel' }}
          submitLabel={t('attend.cancel')}
          pendingLabel={t('attend.pending')}
          submitVariant="secondary"
          reply={reply}
        />
      )}
    </>
  )
}

function OwnForm({ name }: { name: string }) {
  const { t } = useI18n()
  const { left } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <>
      <p>{t('attend.own', { name })}</p>
      <ActionForm
        schema={ownSignUpSchema}
        hidden={{ intent: 'own' }}
        submitLabel={t(left === 0 ? 'attend.join-line' : 'attend.submit')}
        pendingLabel={t('attend.pending')}
        reply={reply}
      />
    </>
  )
}

function NamedForm() {
  const { t } = useI18n()
  const { left, key, workPlaces } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!workPlaces) return null
  return (
    <>
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(`/attend/${key}`)}`}>
          {t('check-in.sign-in')}
        </Link>
      </p>
      <ActionForm
        schema={signUpSchema}
        submitLabel={t(left === 0 ? 'attend.join-line' : 'attend.submit')}
        pendingLabel={t('attend.pending')}
        reply={reply}
      >
        <TextField name="name" label={t('attend.name')} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label={t('attend.email')}
          hint={t('attend.email.hint')}
          autoComplete="email"
          required
        />
        <SelectField
          name="professionGroup"
          label={t('check-in.group')}
          choices={openGroups.map((group) => ({ value: group, label: t(`profession.${group}`) }))}
          required
        />
        <PlaceField places={workPlaces} label={t('check-in.place')} />
      </ActionForm>
      <p className="meta">{t('attend.kept')}</p>
    </>
  )
}
