import {
  isLibraryKind,
  libraryPath,
  textPath,
  type LibraryKind,
} from '~/domain/catalogue/module-page.ts'
import type { PartKind } from '~/domain/catalogue/module-outline.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList, type Item } from '~/ui/card.tsx'
import { useCourseLanguage } from './course-language.ts'

interface Part {
  kind: PartKind
  slug: string
  title: string
}

interface LibraryPartsProps {
  moduleSlug: string
  parts: Part[]
  /** Whether its pages can be read one after another, too. */
  hasText: boolean
  label: string
}

/** What of a module can be read and printed by itself, one to a row. */
export function LibraryParts({ moduleSlug, parts, hasText, label }: LibraryPartsProps) {
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
  const text: Item = {
    key: 'text',
    title: t('library.kind.text'),
    to: textPath(moduleSlug),
    meta: t('library.text'),
  }
  return <ItemList items={hasText ? [...items, text] : items} label={label} />
}
