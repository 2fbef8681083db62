import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the server's HTML and until the page's JavaScript runs; then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
