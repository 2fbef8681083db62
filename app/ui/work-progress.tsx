import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

interface WorkProgressProps {
  /** What is being done, in words. */
  label: string
  done: number
  /** 0 while nobody knows. */
  total: number
  /** How far it has come, in words. */
  text: string
}

const everyMs = 1_500

/** In quarters, so that a screen reader is told now and then and not each time. */
const saidShare = (done: number, total: number) => Math.floor((done / total) * 4) * 25

/**
 * How far work has come that goes on without the reader: asks again every other second, and every fourth
 * without JavaScript. It can be left and come back to.
 */
export function WorkProgress({ label, done, total, text }: WorkProgressProps) {
  const { t } = useI18n()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(revalidate, everyMs)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  const isKnown = total > 0 && done > 0 && done < total
  return (
    <div className="notice tone-info">
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <div className="notice-text">
        <p className="notice-title">{label}</p>
        <p className="visually-hidden" role="status">
          {isKnown ? t('ui.progress.said', { label, share: saidShare(done, total) }) : label}
        </p>
        <p>
          <progress aria-label={label} {...(isKnown && { value: done, max: total })} />
        </p>
        <p className="meta">{text}</p>
        <noscript>
          <p>
            <a href="?">{t('ui.progress.look-again')}</a>
          </p>
        </noscript>
      </div>
    </div>
  )
}
