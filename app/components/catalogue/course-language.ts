import { useI18n } from '~/i18n/i18n.tsx'

/** The language of a course's own text, for what stands on a page in another: "sv", or nothing to say. */
export function useCourseLanguage(): 'sv' | undefined {
  const { language } = useI18n()
  return language === 'sv' ? undefined : 'sv'
}
