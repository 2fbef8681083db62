import { createHash } from 'node:crypto'
import { env } from '~/platform/env.server.ts'

/**
 * Takes away what content has kept on its host. What begins with "samsyn." is the player's own: work that the
 * server does not hold yet. In a frame only: nobody is to be led here by a link.
 */
const script = `
if (window.parent !== window) {
  for (const name of ['sessionStorage', 'localStorage']) {
    try {
      const store = window[name]
      for (const key of Object.keys(store)) if (!key.startsWith('samsyn.')) store.removeItem(key)
    } catch {}
  }
  window.parent.postMessage({ samsyn: 'cleared' }, document.documentElement.dataset.appOrigin)
}
`

const scriptHash = createHash('sha256').update(script).digest('base64')

/** In one answer, its script within it: whoever leaves does not wait for a second. */
export const clearDocument = () =>
  `<!doctype html><html lang="sv" data-app-origin="${env().APP_ORIGIN}"><title>Samsyn</title><script>${script}</script></html>`

/** That script and nothing else, in the app's own page. */
export const clearPolicy = () =>
  [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${env().APP_ORIGIN}`,
  ].join('; ')
