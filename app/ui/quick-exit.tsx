import { useEffect } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import { makePressCounter } from './press-counter.ts'

const leavePath = '/leave'

/** By which the tabs of one browser tell each other that somebody leaves. */
const channelName = 'leave'

/**
 * Hides the page at once and leaves it for the neutral page, which takes its place in the history.
 * For whatever else may ask for it, such as the player's frame. Other tabs leave too.
 */
export function leaveNow(): void {
  hideAndLeave()
  const others = new BroadcastChannel(channelName)
  others.postMessage(channelName)
  others.close()
}

const leaving = new Set<() => void>()

/** Calls when somebody leaves, while the page is still there. @returns a function that ends it */
export function whenLeaving(tell: () => void): () => void {
  leaving.add(tell)
  return () => leaving.delete(tell)
}

function hideAndLeave(): void {
  document.documentElement.classList.add('left')
  window.location.replace(leavePath)
  // The page stays until the other one answers; after the call, so that nothing here can keep it from going.
  for (const tell of leaving) tell()
}

/**
 * Leaves the site in one press, or with Esc three times within two seconds. An ordinary link before
 * JavaScript has loaded. Put it first in the document: first in tab order, always in view.
 */
export function QuickExit() {
  const { t } = useI18n()
  const hydrated = useHydrated()
  useEffect(() => {
    const pressed = makePressCounter(3, 2000)
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.repeat && pressed(event.timeStamp)) leaveNow()
    }
    // In the capture phase, so that nothing on the page can keep the key to itself.
    window.addEventListener('keydown', listen, true)
    const others = new BroadcastChannel(channelName)
    others.onmessage = () => {
      if (!document.documentElement.classList.contains('left')) hideAndLeave()
    }
    return () => {
      window.removeEventListener('keydown', listen, true)
      others.close()
    }
  }, [])
  return (
    <div className="quick-exit">
      <a
        href={leavePath}
        rel="noreferrer"
        className="quick-exit-link"
        onClick={(event) => {
          event.preventDefault()
          leaveNow()
        }}
      >
        <Icon name="leave" />
        {t('ui.leave')}
      </a>
      {hydrated && <span className="quick-exit-keys">{t('ui.leave.keys')}</span>}
    </div>
  )
}
