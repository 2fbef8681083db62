import { isLibraryKind, libraryPath, type LibraryKind } from '~/domain/catalogue/module-page.ts'
import type { PartKind } from '~/domain/catalogue/module-outline.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList, type Item } from '~/ui/card.tsx'
import { useCourseLanguage } from './course-language.ts'

interface Part {
  kind: PartKind
  slug: string
  title: string
}

/** What of a module can be read and printed by itself, one to a row. */
export function LibraryParts(props: { moduleSlug: string; parts: Part[]; label: string }) {
  const { moduleSlug, parts, label } = props
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const items = parts.flatMap(({ kind, slug, title }): Item[] => {
    if (!isLibraryKind(kind)) return []
    return [
      {
        key: `${kind} ${slug}`,
        title,
        lang,
        to: libraryPath(moduleSlug, { kind, slug }),
        meta: t(`library.kind.${kind satisfies LibraryKind}`),
      },
    ]
  })
  return <ItemList items={items} label={label} />
}
