import { useI18n } from '~/i18n/i18n.tsx'
import { useTimeSpent } from './time-spent.ts'

interface TimeLineProps {
  /** Of all sessions of the attempt, each counted once. */
  seconds: number
  /** For the part on the screen; null where its content gives no limit. */
  allowed: number | null
}

/** How long the learner has been at the module, as content tells it, and how long a part may take. */
export function TimeLine({ seconds, allowed }: TimeLineProps) {
  const { t } = useI18n()
  const timeSpent = useTimeSpent()
  if (seconds < 1 && allowed === null) return null
  return (
    <p className="player-time">
      {seconds >= 1 && t('player.time', { time: timeSpent(seconds) })}
      {seconds >= 1 && allowed !== null && ' · '}
      {allowed !== null && t('player.time.allowed', { time: timeSpent(allowed) })}
    </p>
  )
}
