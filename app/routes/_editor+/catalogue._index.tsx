import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { FactsLink } from '~/components/catalogue/fact-marks.tsx'
import { VersionStatusTag } from '~/components/catalogue/version-status.tsx'
import type { CatalogueCourse, CatalogueModule, VersionMark } from '~/domain/catalogue/catalogue.ts'
import { listCatalogue } from '~/domain/catalogue/read-catalogue.server.ts'
import { countOverdueFacts } from '~/domain/catalogue/read-facts.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'

export const handle = { title: 'catalogue.title.list' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const courses = await listCatalogue(await readLanguage(request))
  return { courses, overdueFacts: await countOverdueFacts() }
}

export default function CataloguePage() {
  const { courses, overdueFacts } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const waiting = courses.flatMap(({ modules }) => modules).filter(({ draft }) => draft).length
  if (courses.length === 0) return <NoCourses />
  return (
    <Page
      title={t('catalogue.title.list')}
      lead={
        waiting > 0 ? t('catalogue.list.waiting', { count: waiting }) : t('catalogue.list.lead')
      }
      actions={
        <>
          <FactsLink overdue={overdueFacts} />
          <ButtonLink to="/catalogue/courses/new">{t('catalogue.course.add')}</ButtonLink>
        </>
      }
    >
      {courses.map((course) => (
        <CourseSection key={course.id} course={course} />
      ))}
    </Page>
  )
}

function NoCourses() {
  const { t } = useI18n()
  return (
    <Page title={t('catalogue.title.list')}>
      <EmptyState
        title={t('catalogue.list.empty')}
        actions={
          <ButtonLink variant="primary" to="/catalogue/courses/new">
            {t('catalogue.course.add')}
          </ButtonLink>
        }
      >
        <p>{t('catalogue.list.empty.text')}</p>
      </EmptyState>
    </Page>
  )
}

function CourseSection({ course }: { course: CatalogueCourse }) {
  const { t } = useI18n()
  const columns = useColumns()
  return (
    <Section
      id={`course-${course.slug}`}
      title={course.title}
      actions={
        <ButtonLink to={`/catalogue/modules/new?course=${course.id}`}>
          {t('catalogue.module.add')}
        </ButtonLink>
      }
    >
      {course.modules.length === 0 ? (
        <p>{t('catalogue.list.no-modules')}</p>
      ) : (
        <DataTable
          caption={t('catalogue.list.modules', { course: course.title })}
          columns={columns}
          rows={course.modules}
          rowKey={({ id }) => id}
          narrow="stack"
        />
      )}
    </Section>
  )
}

function useColumns(): Column<CatalogueModule>[] {
  const { t, number } = useI18n()
  return [
    {
      id: 'module',
      head: t('catalogue.title.module'),
      cell: ({ id, title }) => <Link to={`/catalogue/modules/${id}`}>{title}</Link>,
    },
    {
      id: 'minutes',
      head: t('catalogue.module.time'),
      unit: t('catalogue.module.minutes-unit'),
      numeric: true,
      cell: ({ minutes }) => number(minutes),
    },
    {
      id: 'published',
      head: t('catalogue.list.published'),
      cell: ({ published }) =>
        published ? (
          <VersionLink version={published} />
        ) : (
          <Tag tone="info">{t('catalogue.list.unpublished')}</Tag>
        ),
    },
    {
      id: 'draft',
      head: t('catalogue.list.draft'),
      cell: ({ draft }) =>
        draft ? (
          <VersionLink version={draft} />
        ) : (
          <span className="meta">{t('catalogue.list.no-draft')}</span>
        ),
    },
  ]
}

function VersionLink({ version }: { version: VersionMark }) {
  const { t } = useI18n()
  return (
    <>
      <VersionStatusTag status={version.status} />{' '}
      <Link to={`/catalogue/versions/${version.id}`}>
        {t('catalogue.list.number', { number: version.number })}
      </Link>
    </>
  )
}
