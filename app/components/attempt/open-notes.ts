const prefix = 'samsyn.open.'

/** By what name a module is noted. */
export const openNote = (moduleId: string) => prefix + moduleId

type Where = 'sessionStorage' | 'localStorage'
const places: readonly Where[] = ['sessionStorage', 'localStorage']

/** Even to ask for it throws where a browser blocks it. */
function storeOf(where: Where): Storage | undefined {
  try {
    return window[where]
  } catch {
    return undefined
  }
}

/**
 * Notes that a module was begun here without signing in, so that whoever signs in can be asked whether to
 * take it along: its id and nothing else, and no longer than the module itself keeps the progress.
 * @param isKept whether the learner lets the device keep it; else it lasts as long as the tab
 */
export function noteOpen(moduleId: string, isKept: boolean): void {
  const where = isKept ? 'localStorage' : 'sessionStorage'
  forgetOpen(moduleId)
  try {
    storeOf(where)?.setItem(openNote(moduleId), '1')
  } catch {
    // Without a note nobody is asked.
  }
}

export function forgetOpen(moduleId: string): void {
  for (const where of places) storeOf(where)?.removeItem(openNote(moduleId))
}

/** The ids of the modules that have been noted. */
export function openNotes(): string[] {
  const keys = places.flatMap((where) => Object.keys(storeOf(where) ?? {}))
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
}
