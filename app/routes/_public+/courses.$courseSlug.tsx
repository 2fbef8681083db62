import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { StandingTag } from '~/components/module/module-words.tsx'
import { minutesOf } from '~/components/module/course-minutes.ts'
import { readCourse } from '~/domain/catalogue/read-catalogue.server.ts'
import { readStandings } from '~/domain/standing/learner-standing.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button.tsx'
import { ItemList } from '~/ui/card.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.course' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const course = await readCourse(params.courseSlug, await readLanguage(request))
  const viewer = await readViewer(request)
  const standings = viewer ? await readStandings(viewer.actor, today()) : null
  return { course, standings }
}

export default function CoursePage() {
  const { course, standings } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const items = course.modules.map(({ id, slug, title, summary, minutes }) => {
    const standing = standings?.[id] ?? null
    return {
      key: id,
      title,
      to: `/modules/${slug}`,
      meta: (
        <>
          {summary}
          <br />
          {t('module.minutes', { count: minutes })}
        </>
      ),
      aside: standing && <StandingTag standing={standing} />,
    }
  })
  const size = [
    t('courses.modules', { count: items.length }),
    t('module.minutes', { count: minutesOf(course.modules) }),
  ]
  return (
    <Page
      title={course.title}
      lead={course.description}
      width="reading"
      breadcrumbs={[{ label: t('courses.title'), to: '/courses' }, { label: course.title }]}
    >
      {!standings && <SignInFirst courseSlug={course.slug} />}
      <Section id="modules" title={t('course.modules')} intro={size.join(' · ')}>
        <ItemList items={items} label={t('course.modules')} />
      </Section>
    </Page>
  )
}

function SignInFirst({ courseSlug }: { courseSlug: string }) {
  const { t } = useI18n()
  return (
    <Notice tone="info">
      <p>{t('course.sign-in')}</p>
      <div className="actions">
        <ButtonLink to={`/sign-in?to=${encodeURIComponent(`/courses/${courseSlug}`)}`}>
          {t('nav.sign-in')}
        </ButtonLink>
      </div>
    </Notice>
  )
}
