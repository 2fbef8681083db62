import { useEffect, useReducer, type RefObject } from 'react'
import type { FrameLine } from './frame-line.ts'
import { afterMessage, playerBegins, type PlayerState } from './player-state.ts'

interface PlayerHandle {
  state: PlayerState
  open: (item: string) => void
  /** End what is playing and save; `state.isEnded` tells when it has. */
  end: () => void
  focusContent: () => void
}

/**
 * What the player's page knows of its frame, and tells it for the learner.
 * @param line null while the server draws the page
 * @param bar takes the keyboard when it comes back from the content
 */
export function usePlayer(line: FrameLine | null, bar: RefObject<HTMLElement>): PlayerHandle {
  const [state, dispatch] = useReducer(afterMessage, playerBegins)
  useEffect(() => {
    line?.listen((message) => {
      if (message.samsyn === 'to-bar') bar.current?.focus()
      else dispatch(message)
    })
  }, [line, bar])
  return {
    state,
    open: (item) => line?.tell({ samsyn: 'open', item }),
    end: () => line?.tell({ samsyn: 'end' }),
    focusContent: () => line?.focusContent(),
  }
}
