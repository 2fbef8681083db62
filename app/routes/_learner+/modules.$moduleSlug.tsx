import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer, requireActor } from '~/auth/permission.server.ts'
import { BringAlong } from '~/components/attempt/bring-along.tsx'
import { MyAttempts } from '~/components/attempt/my-attempts.tsx'
import { ModuleContents } from '~/components/catalogue/module-contents.tsx'
import { VisitorModule } from '~/components/catalogue/visitor-module.tsx'
import { useIssuer } from '~/components/module/issuer-words.ts'
import { StandingTag, useInLanguage } from '~/components/module/module-words.tsx'
import { RetakeModule, StartModule } from '~/components/module/start-module.tsx'
import { WhyModule } from '~/components/module/why-module.tsx'
import type { ResultView } from '~/domain/attempt/attempt.ts'
import { readResult } from '~/domain/attempt/read-result.server.ts'
import type { ModulePage as PageOfModule } from '~/domain/catalogue/module-page.ts'
import { startAttemptSchema } from '~/domain/attempt/start-attempt.schema.ts'
import { startAttempt } from '~/domain/attempt/start-attempt.server.ts'
import { findModulePage, readModulePage } from '~/domain/catalogue/read-course-page.server.ts'
import { readLearnerModule, readReasons } from '~/domain/standing/learner-standing.server.ts'
import type { DutyReason, LearnerModule } from '~/domain/standing/learner-standing.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { env } from '~/platform/env.server.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page } from '~/ui/page.tsx'

export const handle = { title: 'title.module' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = await readLanguage(request)
  const viewer = await readViewer(request)
  if (!viewer) return { own: null, page: await readModulePage(params.moduleSlug, language) }
  const { actor } = viewer
  const module = await readLearnerModule(actor, params.moduleSlug, today())
  const result = await readResult({ actor, moduleId: module.moduleId })
  // One that was begun and is no longer published has a learner's page alone.
  const page = (await findModulePage(params.moduleSlug, language)) ?? null
  const reasons = module.assignedBy ? await readReasons(actor, module.moduleId, today()) : []
  const support = env().SUPPORT_EMAIL
  return { own: { module, reasons, result: result ?? null, support }, page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, startAttemptSchema)
  if (!form.ok) return form.reply
  const again = form.value.again === 'on'
  const registrationId = await startAttempt({ actor, moduleSlug: params.moduleSlug ?? '', again })
  return redirectDocument(`/play/${registrationId}`)
}

export default function ModulePage() {
  const { own, page } = useLoaderData<typeof loader>()
  if (own) return <OwnModule {...own} page={page} />
  return <VisitorModule page={page} />
}

interface OwnModuleProps {
  module: LearnerModule
  reasons: DutyReason[]
  result: ResultView | null
  support: string
  page: PageOfModule | null
}

function OwnModule({ module, reasons, result, support, page }: OwnModuleProps) {
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
      <BringAlong key={module.moduleId} moduleId={module.moduleId} />
      {!module.isOpen || reply?.refusal?.code === 'attempt.module-closed' ? (
        <Notice tone="info" title={t('module.closed')}>
          <p>{t('module.closed.text')}</p>
        </Notice>
      ) : (
        <Start module={module} result={result} support={support} />
      )}
      {page?.kind === 'test' && <p>{t('certificate.unsupervised')}</p>}
      <ModuleFacts module={module} courseTitle={courseTitle} />
      {module.dueOn && !['done', 'late'].includes(module.standing ?? '') && (
        <p>
          <a href={`/modules/${module.slug}/calendar.ics`} download>
            {t('calendar.module')}
          </a>
        </p>
      )}
      <WhyModule reasons={reasons} />
      {result && <MyAttempts result={result} />}
      {page && <ModuleContents page={page} />}
    </Page>
  )
}

function Start({ module, result, support }: Omit<OwnModuleProps, 'page' | 'reasons'>) {
  const { t } = useI18n()
  const isUsedUp = result?.attemptsLeft === 0
  return (
    <>
      <div className="actions">
        <StartModule module={{ ...module, isAgain: false }} />
        {result?.mayStartAgain && <RetakeModule slug={module.slug} />}
        {!result?.mayStartAgain && <p>{module.isBegun ? t('module.resume') : t('module.first')}</p>}
      </div>
      {result?.mayStartAgain && (
        <p>
          {t('attempt.retake.text')}{' '}
          {result.attemptsLeft !== null && t('attempt.left', { count: result.attemptsLeft })}
        </p>
      )}
      {isUsedUp && result.isSettled && !isDone(result) && (
        <Notice tone="info" title={t('attempt.none-left', { count: result.attempts.length })}>
          <NoneLeft assignedBy={module.assignedBy} support={support} />
        </Notice>
      )}
    </>
  )
}

/** Whether there is nothing more to wish for. */
const isDone = ({ stands }: ResultView) =>
  stands.completion === 'completed' && stands.success !== 'failed'

/** Whom to ask for another attempt. */
function NoneLeft({
  assignedBy,
  support,
}: Pick<LearnerModule, 'assignedBy'> & { support: string }) {
  const { t } = useI18n()
  const issuerOf = useIssuer()
  if (assignedBy) {
    return <p>{t('attempt.none-left.ask', { organisation: issuerOf(assignedBy) })}</p>
  }
  return (
    <p>
      {t('attempt.none-left.mail')} <a href={`mailto:${support}`}>{support}</a>.
    </p>
  )
}

function ModuleFacts({ module, courseTitle }: { module: LearnerModule; courseTitle: string }) {
  const { t, day } = useI18n()
  const issuerOf = useIssuer()
  const { minutes, standing, dueOn, isMandatory, isAgain, completedOn, assignedBy } = module
  const facts = [
    { term: t('module.fact.minutes'), value: t('module.minutes', { count: minutes }) },
    { term: t('module.fact.course'), value: courseTitle },
    {
      term: t('module.fact.state'),
      value: standing ? <StandingTag standing={standing} /> : t('module.state.open'),
    },
  ]
  if (completedOn) facts.push({ term: t('module.state.done'), value: day(completedOn) })
  if (assignedBy && isMandatory !== null && (completedOn === null || isAgain)) {
    const why = isMandatory ? 'module.why' : 'module.why.recommended'
    if (dueOn) facts.push({ term: t('module.fact.due'), value: day(dueOn) })
    facts.push({
      term: t('module.fact.why'),
      value: t(why, { organisation: issuerOf(assignedBy) }),
    })
    if (module.message) facts.push({ term: t('module.message'), value: module.message })
  }
  return <Facts facts={facts} />
}
