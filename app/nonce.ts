import { createContext, useContext } from 'react'

/** The page's Content Security Policy nonce while the server draws it; empty in the browser, which hides it. */
export const NonceContext = createContext('')

export function useNonce(): string {
  return useContext(NonceContext)
}
