import { createContext, useContext } from 'react'

/** What a page runs that does without the router (decision 0029), as addresses. */
export interface PageScripts {
  /** At once, whatever else is still on the way. */
  first: string[]
  /** When the page is there. */
  then: string[]
  /** What those import, so that nothing waits to be found. */
  imported: string[]
}

/** Known while the server draws such a page; null for all others, and in the browser. */
export const PageScriptsContext = createContext<PageScripts | null>(null)

export const usePageScripts = () => useContext(PageScriptsContext)
