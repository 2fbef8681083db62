import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { CourseGains } from '~/components/catalogue/course-gains.tsx'
import { CourseModules, type States } from '~/components/catalogue/course-modules.tsx'
import { CourseTracks } from '~/components/catalogue/course-tracks.tsx'
import { StartModule } from '~/components/module/start-module.tsx'
import { modulesOf, nextOf, tracksFor, type CourseModule } from '~/domain/catalogue/course-page.ts'
import { readCourse } from '~/domain/standing/course-standing.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Card } from '~/ui/card.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.course' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  return readCourse(params.courseSlug, {
    actor: viewer?.actor ?? null,
    language: await readLanguage(request),
    today: today(),
  })
}

export default function CoursePage() {
  const { course, states, professions } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const [query] = useSearchParams()
  const { tracks, own, chosen: track } = tracksFor(course.tracks, professions, query.get('track'))
  const modules = modulesOf(course, track)
  return (
    <Page
      title={course.title}
      lead={course.description}
      width="reading"
      breadcrumbs={[{ label: t('courses.title'), to: '/courses' }, { label: course.title }]}
    >
      {states ? <NextModule modules={modules} states={states} /> : <Begin modules={modules} />}
      <CourseGains course={course} />
      {tracks.length > 0 && (
        <CourseTracks course={course} tracks={tracks} own={own} chosen={track} />
      )}
      <CourseModules modules={modules} track={track} states={states} />
      <p>
        {t('course.help')} <Link to="/help">{t('course.help.link')}</Link>
      </p>
    </Page>
  )
}

function Begin({ modules }: { modules: CourseModule[] }) {
  const { t } = useI18n()
  const first = nextOf(modules, () => false)
  if (!first) return null
  return (
    <div className="begin">
      <p>{t('course.free')}</p>
      <div className="actions">
        <ButtonLink variant="primary" to={`/modules/${first.slug}`}>
          {t('course.begin')}
        </ButtonLink>
      </div>
    </div>
  )
}

function NextModule(props: { modules: CourseModule[]; states: NonNullable<States> }) {
  const { modules, states } = props
  const { t } = useI18n()
  const next = nextOf(modules, (id) => states[id]?.standing === 'done')
  if (!next) return <Notice tone="ok" title={t('course.all-done')} />
  const { isBegun = false, completedOn = null } = states[next.id] ?? {}
  return (
    <Card
      tone="next"
      eyebrow={t('home.next')}
      title={next.title}
      actions={<StartModule module={{ slug: next.slug, isBegun, completedOn }} />}
    >
      <p>{t('module.minutes', { count: next.minutes })}</p>
    </Card>
  )
}
