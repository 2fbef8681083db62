import { useSyncExternalStore } from 'react'

/** What browsers that tell it have as navigator.connection (Network Information API). */
interface Line extends EventTarget {
  effectiveType?: string
  /** The reader has asked for little to be fetched. */
  saveData?: boolean
}

/** Undefined in browsers that do not tell, and where there is none. */
const line = (): Line | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { connection?: Line }).connection

/** Whether a line is slow, or to be spared. */
export function isSlow(known: Pick<Line, 'effectiveType' | 'saveData'> | undefined): boolean {
  return known?.saveData === true || /^(slow-2g|2g|3g)$/.test(known?.effectiveType ?? '')
}

const watch = (changed: () => void) => {
  const watched = line()
  watched?.addEventListener('change', changed)
  return () => watched?.removeEventListener('change', changed)
}

/** The same of the reader's own, as it is at the moment. */
export function useSlowLine(): boolean {
  return useSyncExternalStore(
    watch,
    () => isSlow(line()),
    () => false,
  )
}
