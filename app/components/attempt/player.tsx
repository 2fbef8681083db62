import { useEffect, useRef, useState } from 'react'
import type { PlayerView } from '~/domain/attempt/attempt.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { useHydrated } from '~/ui/hydrated.ts'
import { Island } from '~/ui/island.tsx'
import type { FrameLine } from './frame-line.ts'
import { PlayerContents } from './player-contents.tsx'
import { PlayerEnd } from './player-end.tsx'
import { partAfter } from './player-parts.ts'
import { FullScreenButton } from './full-screen-button.tsx'
import { useSlowLine } from './slow-line.ts'
import { TimeLine } from './time-line.tsx'
import { SaveLine } from './save-line.tsx'
import { usePlayer } from './use-player.ts'

const home = '/home'
/** After this, what is not saved is kept in the browser and leaving goes on. */
const longestEndMs = 7000
const slowMs = 15_000
/** The frame and its runtime, 80 kB, take half a minute at 20 kbit/s. */
const slowLineMs = 60_000

/** A module being played: a slim bar, and the content with all the room that is left. */
export function PlayerPage({ view }: { view: PlayerView }) {
  const { t } = useI18n()
  const words = { contentTitle: t('player.content'), closeLabel: t('player.layer.close') }
  return (
    <Island name="play" className="player" data={{ view, words } satisfies PlayData}>
      <Player view={view} line={null} />
    </Island>
  )
}

/** What the page's script finds. The frame is launched before any texts are there. */
export interface PlayData {
  view: PlayerView
  words: { contentTitle: string; closeLabel: string }
}

/** @param line to the frame; null while the server draws the page */
export function Player({ view, line }: { view: PlayerView; line: FrameLine | null }) {
  const { t, language } = useI18n()
  const hydrated = useHydrated()
  const bar = useRef<HTMLButtonElement>(null)
  const { items } = view
  const { state, open, end, focusContent } = usePlayer(line, bar)
  const shown = state.item ?? view.item
  const title = language === 'en' ? view.module.titleEn : view.module.titleSv
  const next = partAfter(items, shown)
  const current = items.find(({ identifier }) => identifier === shown)
  const completion = state.progress?.completion ?? view.completion
  return (
    <>
      <div className="player-bar">
        {hydrated && (
          <button
            ref={bar}
            type="button"
            className="skip-link player-to-content"
            onClick={focusContent}
          >
            {t('player.to-content')}
          </button>
        )}
        <h1 className="player-title">{title}</h1>
        {hydrated && (
          <PlayerContents
            items={items}
            progress={state.progress}
            current={state.item}
            onOpen={open}
          />
        )}
        {next && state.item !== null && (
          <button
            type="button"
            className="button button-quiet player-next"
            onClick={() => open(next.identifier)}
          >
            {t('player.next')}
          </button>
        )}
        {hydrated && <SaveLine save={state.save} isOnlineOnly={state.isOnlineOnly} />}
        <TimeLine
          seconds={state.progress?.totalSeconds ?? view.totalSeconds}
          allowed={current?.secondsAllowed ?? null}
        />
        <p className="player-support">
          <span className="player-code">
            {t('player.code')} <strong>{view.supportCode}</strong>
          </span>{' '}
          {/* In a tab of its own: what is playing stays as it is. */}
          <a
            href={`/report?${new URLSearchParams({ page: `/play/${view.registrationId}`, code: view.supportCode }).toString()}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('nav.report')} <span className="visually-hidden">{t('player.report.new-tab')}</span>
          </a>
        </p>
        {hydrated && <FullScreenButton />}
        <LeaveButton isEnded={state.isEnded} isOver={state.over !== null} onEnd={end} />
      </div>
      <div className="player-stage">
        <noscript>
          <div className="player-note">
            <p>{t('player.no-script')}</p>
          </div>
        </noscript>
        <iframe
          src={view.frameUrl}
          title={t('player.content')}
          className="player-frame"
          sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads"
          allow="autoplay; fullscreen"
        />
        {state.blocked && <Blocked key={state.blocked.times} host={state.blocked.host} />}
        {state.over ? (
          <PlayerEnd
            over={state.over}
            isCompleted={completion === 'completed'}
            next={next}
            onOpenNext={open}
            onOpenAgain={() => open(shown)}
          />
        ) : (
          hydrated && state.item === null && <Loading />
        )}
      </div>
    </>
  )
}

/** Content wanted to open a page that is not its own. */
function Blocked({ host }: { host: string }) {
  const { t } = useI18n()
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  return (
    <div className="player-blocked">
      <p role="status">{t('player.blocked', { host })}</p>
      <Button onClick={() => setRead(true)}>{t('player.layer.close')}</Button>
    </div>
  )
}

function Loading() {
  const { t } = useI18n()
  const isSlowLine = useSlowLine()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), isSlowLine ? slowLineMs : slowMs)
    return () => clearTimeout(timer)
  }, [isSlowLine])
  const loading = isSlowLine ? t('player.loading.slow-line') : t('player.loading')
  return (
    <div className="player-note" role="status">
      <p>{isSlow ? t('player.slow') : loading}</p>
      {isSlow && <Button onClick={() => window.location.reload()}>{t('player.reload')}</Button>}
    </div>
  )
}

interface LeaveButtonProps {
  isEnded: boolean
  isOver: boolean
  onEnd: () => void
}

/** Ends what is playing, waits for the last save, and goes home. */
function LeaveButton({ isEnded, isOver, onEnd }: LeaveButtonProps) {
  const { t } = useI18n()
  const [isLeaving, setLeaving] = useState(false)
  useEffect(() => {
    if (!isLeaving) return
    if (isEnded || isOver) {
      window.location.assign(home)
      return
    }
    const late = setTimeout(() => window.location.assign(home), longestEndMs)
    return () => clearTimeout(late)
  }, [isLeaving, isEnded, isOver])
  return (
    <a
      href={home}
      className="button button-secondary player-leave"
      aria-disabled={isLeaving || undefined}
      onClick={(event) => {
        event.preventDefault()
        if (isLeaving) return
        setLeaving(true)
        onEnd()
      }}
    >
      {isLeaving ? t('player.leaving') : t('player.leave')}
    </a>
  )
}
