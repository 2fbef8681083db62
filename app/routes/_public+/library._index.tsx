import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { LibraryParts } from '~/components/catalogue/library-parts.tsx'
import { listLibrary } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

export async function loader({ request }: LoaderFunctionArgs) {
  return { courses: await listLibrary(await readLanguage(request)) }
}

export default function LibraryPage() {
  const { courses } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page title={t('library.title')} lead={t('library.lead')} width="reading">
      <Section id="also" title={t('library.also')}>
        <ItemList
          label={t('library.also')}
          items={[
            { key: 'words', title: t('library.words'), to: '/library/glossary' },
            { key: 'facts', title: t('library.facts'), to: '/library/facts' },
            { key: 'help', title: t('help.title'), to: '/help' },
          ]}
        />
      </Section>
      {courses.length === 0 && (
        <EmptyState title={t('library.empty')}>
          <p>{t('library.empty.text')}</p>
        </EmptyState>
      )}
      {courses.map((course) => (
        <Section key={course.slug} id={course.slug} title={course.title}>
          {course.modules.map(({ slug, title, parts, hasText }) => (
            <div key={slug} className="library-module">
              <h3>{title}</h3>
              <LibraryParts moduleSlug={slug} parts={parts} hasText={hasText} label={title} />
            </div>
          ))}
        </Section>
      ))}
    </Page>
  )
}
