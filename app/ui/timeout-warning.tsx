import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { now } from '~/kernel/clock.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { sessionState } from './session-clock.ts'

export interface TimeoutWarningProps {
  /** When the sign-in ends, as ISO. */
  expiresAt: string
  /** The server's time when it said so, as ISO: a computer whose clock is wrong still warns in time. */
  servedAt: string
  /** Tells readers of the same computer apart; never shown. */
  readerId: string
  /** POST here answers `{ expiresAt, servedAt }`. */
  extendUrl: string
  signInUrl?: string
}

type Times = Pick<TimeoutWarningProps, 'expiresAt' | 'servedAt'>

/**
 * Warns in view at the bottom five minutes before sign-out, and tells when it has happened. The page stays
 * as it is, so nothing written is lost. Pages of the same reader tell each other when a sign-in goes on.
 */
export function TimeoutWarning(props: TimeoutWarningProps) {
  // Each answer of the server's starts the count afresh.
  return <Watch key={props.expiresAt + props.readerId} {...props} />
}

function Watch({ extendUrl, signInUrl = '/sign-in', ...served }: TimeoutWarningProps) {
  const { state, goOn } = useSession(served)
  if (state.kind === 'signed-in') return null
  return (
    <div className="timeout" role="alert">
      <div className="timeout-inner">
        <Icon name="warn" />
        {state.kind === 'ended' ? (
          <Ended signInUrl={signInUrl} />
        ) : (
          <Ending minutes={state.minutesLeft} extendUrl={extendUrl} onExtended={goOn} />
        )}
      </div>
    </div>
  )
}

function Ended({ signInUrl }: { signInUrl: string }) {
  const { t } = useI18n()
  return (
    <>
      <div className="timeout-text">
        <p className="notice-title">{t('ui.timeout.ended')}</p>
        <p>{t('ui.timeout.ended.text')}</p>
      </div>
      <a href={signInUrl} target="_blank" rel="noreferrer" className="button button-primary">
        {t('ui.timeout.sign-in')}
      </a>
    </>
  )
}

interface EndingProps {
  minutes: number
  extendUrl: string
  onExtended: (times: Times) => void
}

function Ending({ minutes, extendUrl, onExtended }: EndingProps) {
  const { t } = useI18n()
  const [trying, setTrying] = useState<'no' | 'yes' | 'failed'>('no')
  const extend = async () => {
    setTrying('yes')
    try {
      const response = await fetch(extendUrl, {
        method: 'POST',
        headers: { accept: 'application/json' },
      })
      const times: unknown = await response.json()
      if (!response.ok || !isTimes(times)) throw new Error('The sign-in was not extended')
      setTrying('no')
      onExtended(times)
    } catch {
      setTrying('failed')
    }
  }
  return (
    <>
      <div className="timeout-text">
        <p className="notice-title">{t('ui.timeout.title')}</p>
        {/* Said once: a screen reader is not interrupted by every minute that passes. */}
        <p aria-live="off">{t('ui.timeout.left', { count: minutes })}</p>
        {trying === 'failed' && <p>{t('ui.timeout.failed')}</p>}
      </div>
      <Button
        type="button"
        variant="primary"
        pending={trying === 'yes'}
        pendingLabel={t('ui.timeout.extending')}
        onClick={() => void extend()}
      >
        {t('ui.timeout.extend')}
      </Button>
    </>
  )
}

function isTimes(value: unknown): value is Times {
  return (
    typeof value === 'object' &&
    value !== null &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'string' &&
    'servedAt' in value &&
    typeof value.servedAt === 'string'
  )
}

/** When a sign-in ends by this computer's clock, which need not agree with the server's. */
const endOf = ({ expiresAt, servedAt }: Times) =>
  now().getTime() + Date.parse(expiresAt) - Date.parse(servedAt)

function useSession(served: Times & { readerId: string }) {
  const { expiresAt, servedAt, readerId } = served
  const [end, setEnd] = useState(() => endOf(served))
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const own = new BroadcastChannel(`session-${readerId}`)
    own.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isTimes(data)) setEnd(endOf(data))
    }
    own.postMessage({ expiresAt, servedAt })
    channel.current = own
    return () => own.close()
  }, [expiresAt, servedAt, readerId])
  const left = useSyncExternalStore(
    onTick,
    // In whole minutes, so that what is shown changes once a minute.
    () => Math.ceil((end - now().getTime()) / 60_000) * 60_000,
    () => Infinity,
  )
  const goOn = (times: Times) => {
    setEnd(endOf(times))
    channel.current?.postMessage(times)
  }
  return { state: sessionState(left), goOn }
}

function onTick(look: () => void): () => void {
  const timer = setInterval(look, 10_000)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
