import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { unsentNotes } from './unsent-notes.ts'

/** After this the page is done with its own, also where the browser does not say so. */
const idleWithinMs = 5000

let isFlushing = false

/**
 * On every page of somebody who is signed in: when the page is idle, has what the reader's earlier
 * openings of modules have left in this browser sent. Not for pages that play one themselves.
 */
export function UnsentWork({ readerId }: { readerId: string }) {
  const { pathname } = useLocation()
  useEffect(() => {
    return whenIdle(() => {
      const notes = unsentNotes(readerId)
      if (isFlushing || !notes || notes.read().size === 0) return
      isFlushing = true
      import('./flush-unsent.ts')
        .then(({ flushUnsent }) => flushUnsent(notes))
        .catch(() => undefined)
        .finally(() => (isFlushing = false))
    })
  }, [readerId, pathname])
  return null
}

/** @returns what calls it off */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(work, { timeout: idleWithinMs })
    return () => window.cancelIdleCallback(asked)
  }
  const asked = setTimeout(work, idleWithinMs)
  return () => clearTimeout(asked)
}
