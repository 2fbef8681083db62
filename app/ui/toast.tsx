import { Link, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from './icon.tsx'
import { signOf, type Tone } from './tag.tsx'

export interface ToastMessage {
  /** Tells one message from the next with the same words. */
  id: string
  tone: Tone
  text: string
}

/**
 * What just happened, once, at the top of the page that follows. The page itself must show it too.
 * Stands in the flow and stays until it is closed; the region is always there, so that screen
 * readers hear a message that comes without a new document.
 */
export function Toast({ message }: { message?: ToastMessage | null }) {
  const [closed, setClosed] = useState<string>()
  const { t } = useI18n()
  const { pathname, search } = useLocation()
  const shown = message && message.id !== closed ? message : null
  return (
    <div role="status" className="toast-region">
      {shown && (
        <div className={`toast tone-${shown.tone}`}>
          <Icon name={signOf[shown.tone]} />
          <p>{shown.text}</p>
          <Link
            to={pathname + search}
            replace
            preventScrollReset
            className="toast-close"
            onClick={(event) => {
              event.preventDefault()
              setClosed(shown.id)
            }}
          >
            {t('ui.toast.close')}
          </Link>
        </div>
      )}
    </div>
  )
}
