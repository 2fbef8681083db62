import { useCallback, useEffect, useMemo, useReducer, type RefObject } from 'react'
import { messageOf, type FromFrame, type ToFrame } from '~/kernel/player-protocol.ts'
import { leaveNow, whenLeaving } from '~/ui/quick-exit.tsx'
import { afterMessage, playerBegins, type PlayerState } from './player-state.ts'
import { unsentNotes } from './unsent-notes.ts'

interface Launch {
  registrationId: string
  readerId: string
  contentOrigin: string
  token: string
  item: string
  language: string
  contentTitle: string
  closeLabel: string
}

interface PlayerHandle {
  state: PlayerState
  open: (item: string) => void
  /** End what is playing and save; `state.isEnded` tells when it has. */
  end: () => void
  focusContent: () => void
}

/** The app page's side of the player frame: launches it, listens to it, and tells it what the learner wants. */
export function usePlayer(
  frame: RefObject<HTMLIFrameElement>,
  bar: RefObject<HTMLElement>,
  launch: Launch,
): PlayerHandle {
  const [state, dispatch] = useReducer(afterMessage, playerBegins)
  const { contentOrigin, token, item, language, contentTitle, closeLabel } = launch
  const note = useUnsentNote(launch)
  const tell = useCallback(
    (message: ToFrame) => frame.current?.contentWindow?.postMessage(message, contentOrigin),
    [frame, contentOrigin],
  )
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const isFrame = event.source === frame.current?.contentWindow
      if (!isFrame || event.origin !== contentOrigin) return
      const message = messageOf<FromFrame>(event.data)
      if (!message) return
      if (message.samsyn === 'ready') {
        note.add()
        tell({ samsyn: 'launch', token, item, language, contentTitle, closeLabel })
      } else if (message.samsyn === 'leave') leaveNow()
      else if (message.samsyn === 'to-bar') bar.current?.focus()
      else if (message.samsyn === 'restored') window.location.reload()
      else {
        if (message.samsyn === 'ended' && message.isSaved) note.remove()
        dispatch(message)
      }
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [frame, bar, contentOrigin, token, item, language, contentTitle, closeLabel, tell, note])
  useEffect(() => whenLeaving(() => tell({ samsyn: 'left' })), [tell])
  useReloadWhenRestored()
  return {
    state,
    open: (wanted) => tell({ samsyn: 'open', item: wanted }),
    end: () => tell({ samsyn: 'end' }),
    focusContent: () => {
      frame.current?.focus()
      tell({ samsyn: 'focus' })
    },
  }
}

/** Notes for the reader's other pages that there may be unsent work: before content begins, until all is saved. */
function useUnsentNote({ registrationId, readerId }: Launch) {
  return useMemo(() => {
    const notes = unsentNotes(readerId)
    const opening = Math.random().toString(36).slice(2)
    return {
      add: () => notes?.add(registrationId, opening),
      remove: () => notes?.remove(registrationId, opening),
    }
  }, [registrationId, readerId])
}

/** A page that the browser shows again from memory holds a token and a state of long ago. */
function useReloadWhenRestored(): void {
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pageshow', shown)
    return () => window.removeEventListener('pageshow', shown)
  }, [])
}
