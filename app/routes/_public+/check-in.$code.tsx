import { randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { keepDevice, readRoomVisitor } from '~/auth/check-in-device.server.ts'
import { PlaceField } from '~/components/activity/place-field.tsx'
import { sessionText } from '~/components/activity/session-words.ts'
import { checkInSchema, ownCheckInSchema } from '~/domain/activity/attendance.schema.ts'
import {
  checkInPerson,
  checkInUnnamed,
  newDevice,
  readCheckIn,
} from '~/domain/activity/check-in.server.ts'
import { openGroups } from '~/domain/activity/open-participation.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.check-in' }

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await readRoomVisitor(args)
  const { session, state, own, places } = await readCheckIn(args.params.code, visitor)
  const { title, place, heldOn, startsAt, endsAt, opensAt, closesAt, moduleId } = session
  const { actor } = visitor
  const view = {
    ...{ title, place, heldOn, startsAt, endsAt, opensAt, closesAt, state, own, places },
    isGroupModule: moduleId !== null,
    name: actor && `${actor.givenName} ${actor.familyName}`,
    code: args.params.code ?? '',
    id: randomUUID(),
  }
  if (visitor.device) return data(view)
  return data(view, { headers: await keepDevice(newDevice()) })
}

export async function action(args: ActionFunctionArgs) {
  const visitor = await readRoomVisitor(args)
  const { code } = args.params
  const { actor } = visitor
  const here = `/check-in/${code}`
  if (actor) {
    const form = await parseForm(args.request, ownCheckInSchema)
    if (!form.ok) return form.reply
    await checkInPerson(code, { ...visitor, actor })
    return redirect(here)
  }
  const form = await parseForm(args.request, checkInSchema)
  if (!form.ok) return form.reply
  const device = visitor.device ?? form.value.id
  await checkInUnnamed(code, { ...visitor, device }, form.value)
  // A browser that brought no cookie is told by its form from now on.
  return redirect(here, { headers: await keepDevice(device) })
}

export default function CheckIn() {
  const i18n = useI18n()
  const { t, moment } = i18n
  const view = useLoaderData<typeof loader>()
  const { title, place, state, own, name, opensAt, closesAt } = view
  const where = [sessionText(i18n, view), place].filter(Boolean).join(' · ')
  return (
    <Page
      width="reading"
      title={own ? t('check-in.done.title') : t('check-in.title')}
      lead={
        <>
          <span lang="sv">{title}</span>
          <br />
          <span className="meta">{where}</span>
        </>
      }
    >
      {own ? (
        <Done />
      ) : state === 'open' ? (
        name === null ? (
          <UnnamedForm />
        ) : (
          <OwnForm name={name} />
        )
      ) : (
        <Notice tone="info">
          <p>
            {state === 'early' && t('check-in.early', { moment: moment(opensAt) })}
            {state === 'late' && t('check-in.late', { moment: moment(closesAt) })}
            {state === 'cancelled' && t('check-in.cancelled')}
          </p>
        </Notice>
      )}
      {!own && state === 'late' && (
        <p>
          <Link to={`/check-in/${view.code}/evaluation`}>{t('check-in.done.evaluation')}</Link>
        </p>
      )}
      <p>
        <Link to="/check-in">{t('check-in.another')}</Link>
      </p>
    </Page>
  )
}

function Done() {
  const { t } = useI18n()
  const { own, name, code, isGroupModule } = useLoaderData<typeof loader>()
  if (!own) return null
  const as = [t(`profession.${own.professionGroup}`), own.organisationName ?? own.municipalityName]
  return (
    <Notice tone="ok" title={t('check-in.done.title')}>
      <p>{as.filter(Boolean).join(' · ')}</p>
      <p>{t('check-in.done.text')}</p>
      <p>
        <Link to={`/check-in/${code}/evaluation`}>{t('check-in.done.evaluation')}</Link>
      </p>
      {name === null ? (
        <p>{t('check-in.done.twice')}</p>
      ) : (
        <>
          {isGroupModule && <p>{t('check-in.own.credit')}</p>}
          <p>
            <Link to="/participations">{t('check-in.done.mine')}</Link>
          </p>
        </>
      )}
    </Notice>
  )
}

function OwnForm({ name }: { name: string }) {
  const { t } = useI18n()
  const { isGroupModule } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <>
      <p>{t('check-in.own', { name })}</p>
      {isGroupModule && <p>{t('check-in.own.credit')}</p>}
      <ActionForm
        schema={ownCheckInSchema}
        hidden={{ intent: 'own' }}
        submitLabel={t('check-in.submit')}
        pendingLabel={t('check-in.pending')}
        reply={reply}
      />
    </>
  )
}

function UnnamedForm() {
  const { t } = useI18n()
  const { id, places, code, isGroupModule } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const signIn = `/sign-in?to=${encodeURIComponent(`/check-in/${code}`)}`
  if (!places) return null
  return (
    <>
      {isGroupModule && (
        <Notice tone="info">
          <p>{t('check-in.sign-in.credit')}</p>
        </Notice>
      )}
      <ActionForm
        schema={checkInSchema}
        hidden={{ id }}
        submitLabel={t('check-in.submit')}
        pendingLabel={t('check-in.pending')}
        reply={reply}
      >
        <SelectField
          name="professionGroup"
          label={t('check-in.group')}
          choices={openGroups.map((group) => ({ value: group, label: t(`profession.${group}`) }))}
          required
        />
        <PlaceField places={places} label={t('check-in.place')} />
      </ActionForm>
      <p className="meta">{t('check-in.unnamed')}</p>
      <p>
        <Link to={signIn}>{t('check-in.sign-in')}</Link>
      </p>
    </>
  )
}
