import type { Language } from '~/i18n/format.ts'

/** What a module is called in the reader's language. */
export function moduleTitle(
  module: { titleSv: string; titleEn: string },
  language: Language,
): string {
  return language === 'en' ? module.titleEn : module.titleSv
}
