import { useEffect, useRef, useState } from 'react'
import type { OpenModule as OpenModuleView } from '~/domain/attempt/read-open-module.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import '~/i18n/open-texts.ts'
import { Island } from '~/ui/island.tsx'
import { leaveNow, whenLeaving } from '~/ui/leave-now.ts'
import { clearLateTraces, noteTraces } from '~/ui/traces.ts'
import { forgetOpen, noteOpen, openNote } from './open-notes.ts'

export interface OpenData {
  module: OpenModuleView & { frameUrl: string }
}

/** A module taken without signing in: a slim bar, and the module itself with all the room that is left. */
export function OpenModulePage({ module }: OpenData) {
  return (
    <Island name="open" className="player" data={{ module } satisfies OpenData}>
      <OpenModule module={module} />
    </Island>
  )
}

export function OpenModule({ module }: OpenData) {
  const { t, language } = useI18n()
  const { frame, isCompleted } = useOpenFrame(module)
  const signIn = `/sign-in?to=${encodeURIComponent(`/modules/${module.slug}`)}`
  const tick = `/open/${module.slug}/tick`
  return (
    <>
      <div className="player-bar">
        <h1 className="player-title">{language === 'en' ? module.titleEn : module.titleSv}</h1>
        <p className="player-open">
          {t('open.not-signed-in')} <a href={signIn}>{t('nav.sign-in')}</a>
        </p>
        <noscript>
          <p className="player-open">
            <a href={tick}>{t('open.tick')}</a>
          </p>
        </noscript>
        <a href={`/courses/${module.courseSlug}`} className="button button-secondary player-leave">
          {t('open.close')}
        </a>
      </div>
      <div className="player-stage">
        <iframe
          ref={frame}
          src={module.frameUrl}
          title={t('player.content')}
          className="player-frame"
          sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads"
          allow="fullscreen"
        />
      </div>
      {isCompleted && (
        <div className="player-done">
          <p role="status">{t('open.done')}</p>
          <a href={tick} className="button button-primary">
            {t('open.tick')}
          </a>
        </div>
      )}
    </>
  )
}

/** The page's side of the module on its open host (courses/toolkit/runtime/samsyn.ts). */
function useOpenFrame({
  moduleId,
  contentOrigin,
  frameUrl,
}: OpenModuleView & { frameUrl: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isCompleted, setCompleted] = useState(false)
  useEffect(() => {
    const tell = (word: 'left' | 'open-outcome?', origin: string) =>
      frame.current?.contentWindow?.postMessage({ samsyn: word }, origin)
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || origin !== contentOrigin) return
      const said = (data ?? {}) as { samsyn?: unknown; completion?: unknown; isKept?: unknown }
      if (said.samsyn === 'leave') leaveNow()
      if (said.samsyn !== 'open-outcome') return
      setCompleted(said.completion === 'completed')
      noteOpen(moduleId, said.isKept === true)
    }
    window.addEventListener('message', listen)
    const forget = whenLeaving(() => {
      tell('left', contentOrigin)
      forgetOpen(moduleId)
    })
    // The module may have spoken before anybody listened, or may not be there yet: the question tells nothing.
    tell('open-outcome?', '*')
    return () => {
      window.removeEventListener('message', listen)
      forget()
    }
  }, [moduleId, contentOrigin])
  useEffect(() => {
    noteTraces(contentOrigin, openNote(moduleId))
    void clearLateTraces().then((origins) => {
      // It may have begun with what was to be gone.
      if (origins.includes(contentOrigin) && frame.current) frame.current.src = frameUrl
    })
  }, [moduleId, contentOrigin, frameUrl])
  return { frame, isCompleted }
}
