import { useEffect } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import { Island } from './island.tsx'
import { leaveNow, leavePath, listenForLeaving } from './leave-now.ts'

/**
 * Leaves the site in one press, or with Esc three times within two seconds. An ordinary link before
 * JavaScript has loaded. Put it first in the document: first in tab order, always in view.
 */
export function QuickExit() {
  return (
    <Island name="quick-exit" className="quick-exit">
      <QuickExitLink />
    </Island>
  )
}

export function QuickExitLink() {
  const { t } = useI18n()
  const hydrated = useHydrated()
  useEffect(listenForLeaving, [])
  return (
    <>
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
    </>
  )
}
