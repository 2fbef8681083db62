import type { ClientLoaderFunctionArgs } from '@remix-run/react'

/**
 * The client loader of a page that has a script of its own (decision 0029): whoever is led there by the script
 * of another page gets it as a document, as by its address.
 */
export function goAsDocument({ request }: ClientLoaderFunctionArgs): Promise<never> {
  window.location.assign(request.url)
  return new Promise<never>(() => undefined)
}
