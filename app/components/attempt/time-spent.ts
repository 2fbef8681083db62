import { useI18n } from '~/i18n/i18n.tsx'

/** Seconds in words: "40 seconds", "18 minutes", "2 h 5 min". */
export function useTimeSpent(): (seconds: number) => string {
  const { t } = useI18n()
  return (seconds) => {
    if (seconds < 60) return t('time.seconds', { count: Math.round(seconds) })
    const minutes = Math.round(seconds / 60)
    if (minutes < 60) return t('time.minutes', { count: minutes })
    return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}
