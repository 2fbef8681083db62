import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { SearchForm } from '~/components/catalogue/search-form.tsx'
import { minutesOf } from '~/components/module/course-minutes.ts'
import { basicsOf } from '~/domain/catalogue/course-page.ts'
import { listPublishedCourses } from '~/domain/catalogue/read-catalogue.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Card, EmptyState } from '~/ui/card.tsx'
import { Columns, Page } from '~/ui/page.tsx'

export const handle = { title: 'title.courses' }

export async function loader({ request }: LoaderFunctionArgs) {
  const courses = await listPublishedCourses(await readLanguage(request))
  return courses.map((course) => ({
    slug: course.slug,
    title: course.title,
    description: course.description,
    modules: course.modules.length,
    minutes: minutesOf(basicsOf(course.modules)),
    hasMore: basicsOf(course.modules).length < course.modules.length,
  }))
}

export default function CoursesPage() {
  const courses = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (courses.length === 0) {
    return (
      <Page title={t('courses.title')}>
        <EmptyState title={t('courses.empty')}>
          <p>{t('courses.empty.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('courses.title')} lead={t('courses.lead')}>
      <Columns>
        {courses.map(({ slug, title, description, modules, minutes, hasMore }) => (
          <Card
            key={slug}
            title={title}
            actions={
              <ButtonLink to={`/courses/${slug}`} aria-label={`${t('course.open')}: ${title}`}>
                {t('course.open')}
              </ButtonLink>
            }
          >
            <p>{description}</p>
            <p className="meta">
              {t('courses.modules', { count: modules })}
              {' · '}
              {hasMore
                ? t('courses.basics', { count: minutes })
                : t('module.minutes', { count: minutes })}
            </p>
          </Card>
        ))}
      </Columns>
      <SearchForm />
    </Page>
  )
}
