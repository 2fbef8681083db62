import { useSyncExternalStore } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from '~/ui/icon.tsx'

const watch = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}
const isFull = () => document.fullscreenElement !== null

/**
 * Gives the player the whole screen, the page's quick exit with it: content alone would hide the way out.
 * Esc ends full screen and the browser keeps that press to itself, so that leaving by Esc takes three more.
 */
export function FullScreenButton() {
  const { t } = useI18n()
  const full = useSyncExternalStore(watch, isFull)
  // Telephones that give films alone the whole screen.
  if (!document.fullscreenEnabled) return null
  return (
    <button
      type="button"
      className="button button-quiet player-full-screen"
      aria-pressed={full}
      onClick={() => {
        const turned = full
          ? document.exitFullscreen()
          : document.documentElement.requestFullscreen()
        turned.catch(() => undefined)
      }}
    >
      <Icon name="full-screen" />
      <span className="player-full-screen-word">{t('player.full-screen')}</span>
    </button>
  )
}
