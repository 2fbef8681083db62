import type { ModuleStanding } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<ModuleStanding, Tone> = {
  late: 'bad',
  assigned: 'info',
  begun: 'info',
  done: 'ok',
}

/** Where the learner stands with a module, in a word. */
export function StandingTag({ standing }: { standing: ModuleStanding }) {
  const { t } = useI18n()
  return <Tag tone={tones[standing]}>{t(`module.state.${standing}`)}</Tag>
}

/** Picks the reader's language of a text that is kept in both. */
export function useInLanguage(): (sv: string, en: string) => string {
  const { language } = useI18n()
  return (sv, en) => (language === 'en' ? en : sv)
}
