import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

/** Says what is under way when a page or a save takes over half a second (the wait is in the stylesheet). */
export function Pending() {
  const { state, formMethod } = useNavigation()
  const { t } = useI18n()
  useReloadWhenRestored(state !== 'idle')
  const saving = formMethod !== undefined && formMethod !== 'GET'
  return (
    <div role="status" className="pending-region">
      {state !== 'idle' && (
        <p className="pending-status">
          {saving ? t('ui.pending.saving') : t('ui.pending.loading')}
        </p>
      )}
    </div>
  )
}

/** A page that led to a document of its own still waits for it when the browser shows it again from memory. */
function useReloadWhenRestored(isLeaving: boolean): void {
  useEffect(() => {
    if (!isLeaving) return
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload()
    }
    window.addEventListener('pageshow', shown)
    return () => window.removeEventListener('pageshow', shown)
  }, [isLeaving])
}

/**
 * How far something has come, in words and as a bar.
 * @param label what is counted, for those who do not see the bar; `text` stands beside it ("3 av 8 moduler")
 */
export function Progress(props: { value: number; max: number; label: string; text: string }) {
  const { value, max, label, text } = props
  return (
    <div className="progress">
      <progress value={value} max={max} aria-label={label} />
      <span className="progress-text">{text}</span>
    </div>
  )
}
