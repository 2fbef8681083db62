import type { ModulePage } from '~/domain/catalogue/module-page.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Facts, Page } from '~/ui/page.tsx'
import { ModuleContents } from './module-contents.tsx'

/** A module's page for those who are not signed in. */
export function VisitorModule({ page }: { page: ModulePage }) {
  const { t } = useI18n()
  const { slug, title, summary, minutes, course } = page
  // A package that tells nothing of itself has nothing that could be played openly.
  const isOpen = page.isOpen && page.parts.length > 0
  return (
    <Page
      title={title}
      lead={summary}
      width="reading"
      breadcrumbs={[
        { label: t('courses.title'), to: '/courses' },
        { label: course.title, to: `/courses/${course.slug}` },
        { label: title },
      ]}
    >
      <div className="begin">
        <div className="actions">
          <ButtonLink
            variant="primary"
            to={`/sign-in?to=${encodeURIComponent(`/modules/${slug}`)}`}
          >
            {t('module.sign-in')}
          </ButtonLink>
          {isOpen && <ButtonLink to={`/open/${slug}`}>{t('module.take-open')}</ButtonLink>}
        </div>
        <p>
          {t('module.sign-in.why')} {isOpen && t('module.open.why')}
        </p>
        {page.kind === 'test' && <p>{t('certificate.unsupervised')}</p>}
      </div>
      <Facts
        facts={[
          { term: t('module.fact.minutes'), value: t('module.minutes', { count: minutes }) },
          { term: t('module.fact.course'), value: course.title },
        ]}
      />
      <ModuleContents page={page} />
    </Page>
  )
}
