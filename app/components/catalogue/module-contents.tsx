import type { ModulePage } from '~/domain/catalogue/module-page.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { useCourseLanguage } from './course-language.ts'
import { LibraryParts } from './library-parts.tsx'

/** What a module is about, page by page, and what of it can be read and printed by itself. */
export function ModuleContents({ page }: { page: ModulePage }) {
  const { t } = useI18n()
  const lang = useCourseLanguage()
  // A test's one page tells how it is taken.
  const pages = page.kind === 'test' ? [] : page.parts.filter(({ kind }) => kind === 'page')
  const alone = page.parts.filter(({ isReadAlone }) => isReadAlone)
  return (
    <>
      {pages.length > 0 && (
        <Section id="contents" title={t('module.pages')}>
          <ol lang={lang}>
            {pages.map(({ slug, title }) => (
              <li key={slug}>{title}</li>
            ))}
          </ol>
        </Section>
      )}
      {(alone.length > 0 || page.hasText) && (
        <Section id="library" title={t('module.read')}>
          <LibraryParts
            moduleSlug={page.slug}
            parts={alone}
            hasText={page.hasText}
            label={t('module.read')}
          />
        </Section>
      )}
    </>
  )
}
