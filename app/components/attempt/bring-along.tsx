import { useFetcher, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import '~/i18n/open-texts.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { Button } from '~/ui/button.tsx'
import { useHydrated } from '~/ui/hydrated.ts'
import { Notice } from '~/ui/notice.tsx'
import { forgetOpen, openNotes } from './open-notes.ts'

/** The frame that holds the progress has not answered within this. */
const longestMs = 20_000

interface Offer {
  slug: string
  titleSv: string
  titleEn: string
  contentOrigin: string
  frameUrl: string
  mayBring: boolean
}

/**
 * Offers who has signed in to take along what was done in this browser without signing in.
 * @param moduleId of one module alone; all that have been noted where it is left out
 */
export function BringAlong({ moduleId }: { moduleId?: string }) {
  const hydrated = useHydrated()
  const [answered, setAnswered] = useState<string[]>([])
  const noted = hydrated ? openNotes() : []
  const shown = noted.filter(
    (id) => !answered.includes(id) && (moduleId === undefined || id === moduleId),
  )
  return shown.map((id) => (
    <BringModule
      key={id}
      moduleId={id}
      onDone={() => {
        forgetOpen(id)
        setAnswered((before) => [...before, id])
      }}
    />
  ))
}

function BringModule({ moduleId, onDone }: { moduleId: string; onDone: () => void }) {
  const { t, language } = useI18n()
  const address = `/resources/open-progress/${moduleId}`
  const { data: offer, load } = useFetcher<Offer>()
  const { state, reply, bring, frame } = useBringing(offer, address, onDone)
  useEffect(() => load(address), [load, address])
  // What is under way goes on though the page has read meanwhile that it is done.
  if (!offer || (!offer.mayBring && state === 'idle')) return null
  const title = language === 'en' ? offer.titleEn : offer.titleSv
  const isRefused = reply !== undefined && 'refusal' in reply
  return (
    <Notice tone="info" title={t('open.bring', { module: title })}>
      <p>{t('open.bring.text')}</p>
      {state === 'failed' && (
        <p role="alert">{isRefused ? t('refusal.open.begun') : t('open.bring.failed')}</p>
      )}
      <div className="actions">
        <Button
          variant="secondary"
          pending={state === 'working'}
          pendingLabel={t('open.bring.pending')}
          onClick={bring}
        >
          {t('open.bring.do')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('open.bring.no')}
        </Button>
      </div>
      {state === 'working' && (
        <iframe
          ref={frame}
          hidden
          src={offer.frameUrl}
          title={t('player.content')}
          sandbox="allow-scripts allow-same-origin"
        />
      )}
    </Notice>
  )
}

type Answer = FormReply | { ok: true }

/** Asks the module's own host for the progress, has it saved, and lets the host forget it. */
function useBringing(offer: Offer | undefined, address: string, onDone: () => void) {
  const frame = useRef<HTMLIFrameElement>(null)
  const isSent = useRef(false)
  const { data: answer, submit } = useFetcher<Answer>()
  /** What had been answered when the button was pressed last. */
  const [pressed, setPressed] = useState<{ before: Answer | undefined; isLate: boolean }>()
  const navigate = useNavigate()
  const { contentOrigin: origin, slug } = offer ?? {}
  const isSaved = answer !== undefined && 'ok' in answer && answer.ok === true
  const isRefused = pressed !== undefined && answer !== pressed.before && !isSaved
  const isWorking = pressed !== undefined && !pressed.isLate && !isRefused
  const state = pressed === undefined ? 'idle' : isWorking ? 'working' : 'failed'
  useEffect(() => {
    if (!isWorking || origin === undefined) return
    const tell = (samsyn: string) => frame.current?.contentWindow?.postMessage({ samsyn }, origin)
    const listen = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || from !== origin) return
      const said = (data ?? {}) as { samsyn?: unknown; text?: unknown }
      if (said.samsyn === 'open-outcome') tell('open-progress?')
      if (said.samsyn === 'open-progress' && typeof said.text === 'string' && !isSent.current) {
        isSent.current = true
        submit({ progress: said.text }, { method: 'post', action: address })
      }
      if (said.samsyn === 'open-forgotten') {
        onDone()
        navigate(`/modules/${slug}`)
      }
    }
    const late = setTimeout(() => setPressed({ before: undefined, isLate: true }), longestMs)
    window.addEventListener('message', listen)
    if (isSaved) tell('open-forget')
    return () => {
      clearTimeout(late)
      window.removeEventListener('message', listen)
    }
  }, [isWorking, isSaved, origin, address, slug, submit, navigate, onDone])
  const bring = () => {
    isSent.current = false
    setPressed({ before: answer, isLate: false })
  }
  return { frame, state, reply: answer, bring }
}
