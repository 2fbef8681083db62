import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { StandingTag, useInLanguage } from '~/components/module/module-words.tsx'
import { StartModule } from '~/components/module/start-module.tsx'
import { startAttempt } from '~/domain/attempt/start-attempt.server.ts'
import { readLearnerModule } from '~/domain/standing/learner-standing.server.ts'
import type { LearnerModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page } from '~/ui/page.tsx'

export const handle = { title: 'title.module' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return readLearnerModule(actor, params.moduleSlug, today())
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const registrationId = await startAttempt({ actor, moduleSlug: params.moduleSlug ?? '' })
  return redirect(`/play/${registrationId}`)
}

export default function ModulePage() {
  const module = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { t } = useI18n()
  const inLanguage = useInLanguage()
  const title = inLanguage(module.titleSv, module.titleEn)
  const { course } = module
  const courseTitle = inLanguage(course.titleSv, course.titleEn)
  return (
    <Page
      title={title}
      lead={inLanguage(module.summarySv, module.summaryEn)}
      width="reading"
      breadcrumbs={[
        { label: t('courses.title'), to: '/courses' },
        { label: courseTitle, to: `/courses/${course.slug}` },
        { label: title },
      ]}
    >
      {!module.isOpen || reply ? (
        <Notice tone="info" title={t('module.closed')}>
          <p>{t('module.closed.text')}</p>
        </Notice>
      ) : (
        <div className="actions">
          <StartModule module={module} />
          <p>{module.isBegun ? t('module.resume') : t('module.first')}</p>
        </div>
      )}
      <ModuleFacts module={module} courseTitle={courseTitle} />
    </Page>
  )
}

function ModuleFacts({ module, courseTitle }: { module: LearnerModule; courseTitle: string }) {
  const { t, day } = useI18n()
  const { minutes, standing, dueOn, completedOn, assignedBy, message } = module
  const facts = [
    { term: t('module.fact.minutes'), value: t('module.minutes', { count: minutes }) },
    { term: t('module.fact.course'), value: courseTitle },
    {
      term: t('module.fact.state'),
      value: standing ? <StandingTag standing={standing} /> : t('module.state.open'),
    },
  ]
  if (completedOn) {
    facts.push({ term: t('module.state.done'), value: day(completedOn) })
  } else if (dueOn && assignedBy) {
    facts.push(
      { term: t('module.fact.due'), value: day(dueOn) },
      { term: t('module.fact.why'), value: t('module.why', { organisation: assignedBy }) },
    )
    if (message) facts.push({ term: t('module.message'), value: message })
  }
  return <Facts facts={facts} />
}
