import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityTag } from '~/components/activity/activity-tag.tsx'
import { EvaluationResultsSection } from '~/components/activity/evaluation-results.tsx'
import { ParticipationFigures } from '~/components/activity/participation-figures.tsx'
import { sessionText, spacedCode } from '~/components/activity/session-words.ts'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { statusSchema } from '~/domain/activity/activity.schema.ts'
import { changeStatus, readActivity, type ActivityView } from '~/domain/activity/activity.server.ts'
import { hoursOf } from '~/domain/activity/activity.ts'
import { readParticipation } from '~/domain/activity/attendance.server.ts'
import { readEvaluationResults } from '~/domain/activity/evaluation.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today, type Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.activity' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:read')
  const activity = await readActivity(actor, params.activityId)
  const [participation, evaluation, counties, municipalities] = await Promise.all([
    readParticipation(activity),
    readEvaluationResults(activity),
    listCounties(),
    listMunicipalities(),
  ])
  const { countyCodes, municipalityCodes } = activity
  const places = [
    ...counties.filter(({ code }) => countyCodes.includes(code)).map(({ name }) => name),
    ...municipalities
      .filter(({ code }) => municipalityCodes.includes(code))
      .map(({ shortName }) => shortName),
  ]
  return { activity, participation, evaluation, places, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const activityId = params.activityId ?? ''
  await readActivity(actor, activityId, 'activity:manage')
  const form = await parseForm(request, statusSchema)
  if (!form.ok) return form.reply
  const { value } = form
  const on = value.status === 'planned' ? null : value.on
  await changeStatus({ actor, activityId, status: value.status, on })
  return redirectWithToast(`/activities/${activityId}`, 'activity.marked')
}

export default function Activity() {
  const { t } = useI18n()
  const { activity, participation, evaluation, places, today } = useLoaderData<typeof loader>()
  const { id, title, type, status, mayManage, sessions } = activity
  const isOver = sessions.every(({ heldOn }) => heldOn < today)
  return (
    <Page
      title={title}
      titleLanguage="sv"
      lead={t(`activity.type.${type}`)}
      breadcrumbs={[{ label: t('activities.title'), to: '/activities' }, { label: title }]}
      actions={
        mayManage && (
          <>
            <ButtonLink to={`/activities/${id}/edit`}>{t('activity.edit')}</ButtonLink>
            <ButtonLink to={`/activities/${id}/sign-ups`}>{t('sign-ups.title')}</ButtonLink>
            <ButtonLink to={`/activities/new?from=${id}`}>{t('activity.copy')}</ButtonLink>
          </>
        )
      }
    >
      {mayManage && isOver && status === 'planned' && (
        <Notice tone="info" title={t('activity.status.title')}>
          <p>{t('activity.due')}</p>
        </Notice>
      )}
      <Sessions activity={activity} sums={participation.sessions} />
      <ParticipationFigures participation={participation} asOf={today} />
      <p>
        <a href={`/activities/${id}/participation.csv`} download>
          {t('activity.file')}
        </a>
      </p>
      {status !== 'cancelled' && (
        <EvaluationResultsSection results={evaluation} sessions={sessions} />
      )}
      <AboutActivity activity={activity} places={places} />
      {mayManage && <StatusForms activity={activity} today={today} />}
    </Page>
  )
}

interface SessionsProps {
  activity: ActivityView
  sums: { sessionId: string; participations: number }[]
}

function Sessions({ activity, sums }: SessionsProps) {
  const i18n = useI18n()
  const { t, number } = i18n
  const { id: activityId, mayManage, sessions } = activity
  return (
    <Section id="sessions" title={t('activity.sessions')}>
      <DataTable
        caption={t('activity.sessions.caption')}
        narrow="stack"
        columns={[
          {
            id: 'when',
            head: t('activity.column.session'),
            cell: (session) => sessionText(i18n, session),
          },
          ...(mayManage
            ? [
                {
                  id: 'code',
                  head: t('activity.column.code'),
                  cell: ({ code }: { code: string }) => spacedCode(code),
                },
              ]
            : []),
          {
            id: 'participations',
            head: t('activity.column.participations'),
            numeric: true,
            cell: ({ id }) =>
              number(sums.find(({ sessionId }) => sessionId === id)?.participations ?? 0),
          },
          ...(mayManage
            ? [
                {
                  id: 'do',
                  head: t('activity.column.action'),
                  cell: ({ id }: { id: string }) => (
                    <>
                      <Link to={`/activities/${activityId}/show/${id}`}>
                        {t('activity.show-code')}
                      </Link>
                      <br />
                      <Link to={`/activities/${activityId}/participants/${id}`}>
                        {t('activity.count-people')}
                      </Link>
                    </>
                  ),
                },
              ]
            : []),
        ]}
        rows={sessions}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

function AboutActivity({ activity, places }: { activity: ActivityView; places: string[] }) {
  const { t, day, number, language } = useI18n()
  const { status, statusOn, form, level, place, organiserName, leaderName } = activity
  const { targetGroups, rcPurposes, strategyGoals, projectYear, sessions } = activity
  const { countyName, municipalityName, moduleTitleSv, moduleTitleEn } = activity
  const hours = hoursOf(sessions)
  const unstated = t('activity.not-stated')
  const listed = (words: string[]) => words.join(', ') || unstated
  const module =
    moduleTitleSv && moduleTitleEn
      ? moduleTitle({ titleSv: moduleTitleSv, titleEn: moduleTitleEn }, language)
      : null
  return (
    <Section id="facts" title={t('activity.facts')}>
      <Facts
        facts={[
          {
            term: t('activities.column.status'),
            value: (
              <>
                <ActivityTag status={status} /> {statusOn && day(statusOn)}
                {activity.isImported && (
                  <>
                    <br />
                    <span className="meta">{t('activity-file.imported')}</span>
                  </>
                )}
              </>
            ),
          },
          ...(module ? [{ term: t('activity.field.module'), value: module }] : []),
          { term: t('activity.field.form'), value: t(`activity.form.${form}`) },
          { term: t('activity.field.level'), value: t(`activity.level.${level}`) },
          { term: t('activity.hours'), value: t('activity.hours.value', { count: hours }) },
          { term: t('activity.field.place'), value: place ?? unstated },
          {
            term: t('activity.field.home'),
            value: municipalityName ?? countyName ?? t('activity.nation'),
          },
          { term: t('activity.field.organiser'), value: organiserName },
          { term: t('activity.leader'), value: leaderName || unstated },
          {
            term: t('activity.field.groups'),
            value:
              targetGroups.length > 0
                ? listed(targetGroups.map((group) => t(`profession.${group}`)))
                : t('activity.all-groups'),
          },
          ...(places.length > 0 ? [{ term: t('activity.part.whom'), value: listed(places) }] : []),
          {
            term: t('activity.field.purposes'),
            value: listed(rcPurposes.map((purpose) => t(`activity.purpose.${purposeOf(purpose)}`))),
          },
          {
            term: t('activity.field.goals'),
            value: listed(strategyGoals.map((goal) => t(`activity.goal.${goalOf(goal)}`))),
          },
          {
            term: t('activity.field.project-year'),
            value: projectYear ? String(projectYear) : unstated,
          },
          {
            term: t('activity.check-in-window'),
            value: t('activity.check-in-window.value', {
              before: number(activity.opensBefore),
              after: number(activity.closesAfter),
            }),
          },
        ]}
      />
    </Section>
  )
}

const purposeOf = (purpose: number) => (purpose === 1 ? 1 : purpose === 2 ? 2 : 3)
const goalOf = (goal: number) => (goal === 2 ? 2 : goal === 3 ? 3 : 4)

function StatusForms({ activity, today }: { activity: ActivityView; today: Day }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const { status, moduleId, sessions } = activity
  const lastOn = sessions.at(-1)?.heldOn ?? today
  const usualDay = lastOn < today ? lastOn : today
  const pendingLabel = t('activity.marking')
  if (status !== 'planned') {
    return (
      <Section id="status" title={t(`activity.status.${status}`)}>
        <ActionForm
          schema={statusSchema}
          hidden={{ status: 'planned' }}
          submitLabel={t('activity.mark-planned')}
          pendingLabel={pendingLabel}
          submitVariant="secondary"
          reply={reply}
        />
      </Section>
    )
  }
  const dayField = (
    <DateField
      name="on"
      label={t('activity.status.on')}
      max={today}
      defaultValue={usualDay}
      required
    />
  )
  const forms = [
    { to: 'held', label: t('activity.mark-held'), variant: 'primary' },
    { to: 'cancelled', label: t('activity.mark-cancelled'), variant: 'secondary' },
  ] as const
  return (
    <Section
      id="status"
      title={t('activity.status.title')}
      intro={
        <>
          <p>{t('activity.status.held.text')}</p>
          {moduleId && <p>{t('activity.status.credit')}</p>}
        </>
      }
    >
      {forms.map(({ to, label, variant }) => (
        <ActionForm
          key={to}
          schema={statusSchema}
          hidden={{ status: to }}
          submitLabel={label}
          pendingLabel={pendingLabel}
          submitVariant={variant}
          reply={reply}
        >
          {dayField}
        </ActionForm>
      ))}
    </Section>
  )
}
