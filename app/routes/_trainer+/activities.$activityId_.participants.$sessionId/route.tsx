import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { sessionText } from '~/components/activity/session-words.ts'
import { participantsSchema } from '~/domain/activity/attendance.schema.ts'
import {
  correctAttendance,
  readSession,
  readParticipation,
  readSessionAttendance,
  registerPeople,
  removeAttendance,
  saveCounts,
} from '~/domain/activity/attendance.server.ts'
import { placeText } from '~/domain/activity/attendance.ts'
import { readExpected, registerArrivals } from '~/domain/activity/sign-up-arrival.server.ts'
import { readWorkPlaces } from '~/domain/activity/work-place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ParticipationFigures } from '~/components/activity/participation-figures.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { Attending } from './attending.tsx'
import { Corrections } from './corrections.tsx'
import { CountSection } from './count-section.tsx'
import { ExpectedSection } from './expected-section.tsx'
import { RegisterSection } from './register-section.tsx'

export const handle = { title: 'title.activity' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const asked = new URL(request.url).searchParams
  const page = Math.min(1_000, Math.max(1, Number.parseInt(asked.get('page') ?? '1', 10) || 1))
  const view = await readSessionAttendance(actor, { ...params, page })
  const { activity, session } = view
  const [participation, places, expected] = await Promise.all([
    readParticipation(activity),
    readWorkPlaces(activity, session.heldOn),
    readExpected(activity.id, session.id),
  ])
  const place = asked.get('place') ?? ''
  const counts = participation.rows.filter(
    (row) => row.sessionId === session.id && row.way === 'counted' && placeText(row) === place,
  )
  const correcting = view.attending.find(({ id }) => id === asked.get('correct')) ?? null
  const more = { participation, places, place, counts, correcting, expected, page }
  return { ...view, ...more, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const { activityId, sessionId } = params
  await readSession(actor, activityId, sessionId)
  const form = await parseForm(request, participantsSchema)
  if (!form.ok) return form.reply
  const where = { actor, activityId, sessionId }
  const page = `/activities/${activityId}/participants/${sessionId}`
  const { value } = form
  switch (value.intent) {
    case 'register':
      // Addresses stay out of the page's own address.
      return { registered: await registerPeople({ ...where, ...value }) }
    case 'arrived':
      await registerArrivals({ ...where, ...value })
      return redirectWithToast(page, 'participants.expected.saved')
    case 'count':
      await saveCounts({ ...where, ...value })
      return redirectWithToast(page, 'participants.counts.saved')
    case 'correct':
      await correctAttendance({ ...where, ...value })
      return redirectWithToast(page, 'participants.corrected')
    case 'remove':
      await removeAttendance({ ...where, ...value })
      return redirectWithToast(page, 'participants.corrected')
  }
}

type Reply = FormReply & { registered?: { added: number; unknown: string[] } }

export default function Participants() {
  const i18n = useI18n()
  const { t } = i18n
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { activity, session, today } = view
  const title = t('participants.title')
  return (
    <Page
      title={title}
      lead={`${activity.title}, ${sessionText(i18n, session)}`}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: activity.title, to: `/activities/${activity.id}` },
        { label: title },
      ]}
    >
      {session.heldOn > today ? (
        <Notice tone="info">
          <p>{t('participants.before')}</p>
        </Notice>
      ) : (
        <>
          <ExpectedSection expected={view.expected} reply={reply} />
          <CountSection {...view} reply={reply} />
          <RegisterSection reply={reply} registered={reply?.registered} />
          <Attending {...view} />
          <ParticipationFigures participation={view.participation} asOf={today} />
          <Corrections corrections={view.corrections} />
        </>
      )}
    </Page>
  )
}
