import { useI18n } from '~/i18n/i18n.tsx'
import type { PlayerState } from './player-state.ts'
import { useSlowLine } from './slow-line.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' }

/** Tells at all times what is saved: "Saved 14:02", "Reconnecting … 3 changes waiting". */
export function SaveLine({ save, isOnlineOnly }: Pick<PlayerState, 'save' | 'isOnlineOnly'>) {
  const { t } = useI18n()
  const isSlow = useSlowLine()
  // What waits or does not go has more to tell, and what a browser does not keep is not safe on any line.
  const isQuiet = !isOnlineOnly && (save.kind === 'ready' || save.kind === 'saved')
  return (
    <p role="status" className={`player-save player-save-${save.kind}`}>
      <SaveWords save={save} isOnlineOnly={isOnlineOnly} />
      {isSlow && isQuiet && ` · ${t('player.save.slow-line')}`}
    </p>
  )
}

function SaveWords({ save, isOnlineOnly }: Pick<PlayerState, 'save' | 'isOnlineOnly'>) {
  const { t, language } = useI18n()
  switch (save.kind) {
    case 'ready':
      return isOnlineOnly ? t('player.save.online') : t('player.save.ready')
    case 'saved': {
      // The learner's own clock: the time is there to be compared with it.
      const clock = new Intl.DateTimeFormat(locales[language], {
        hour: '2-digit',
        minute: '2-digit',
      })
      const saved = t('player.save.saved', { time: clock.format(new Date(save.at)) })
      return isOnlineOnly ? `${saved} · ${t('player.save.online')}` : saved
    }
    case 'waiting':
      return t('player.save.waiting', { count: save.changes })
    case 'stuck':
      return t('player.save.stuck', { count: save.changes })
    case 'reconnecting':
      return save.changes > 0
        ? t('player.save.reconnecting.waiting', { count: save.changes })
        : t('player.save.reconnecting')
  }
}
