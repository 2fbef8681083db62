import type { Page } from '@playwright/test'
import type { Playing } from './playing.ts'

const filler = 'filled.'

/** Takes all the room that the content host has in this browser. */
export async function fillStorage(playing: Playing): Promise<void> {
  playing.device.filled.add(playing.registration)
  await playing.inFrame(() => {
    let piece = 'x'.repeat(1_048_576)
    for (let key = 0; piece; key++) {
      try {
        localStorage.setItem(`filled.${key}`, piece)
      } catch {
        piece = piece.slice(0, Math.floor(piece.length / 2))
      }
    }
  })
}

/** Gives it back, in a page of the content host. */
export async function makeRoom(page: Page): Promise<void> {
  await page.evaluate((prefix) => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key)
    }
  }, filler)
}

/** From now on the browser lets nobody keep anything, in this page. */
export async function forbidStorage(playing: Playing): Promise<void> {
  await playing.inFrame(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const view of [window, window.parent as Window & typeof globalThis]) {
      view.Storage.prototype.setItem = refuse
    }
  })
}

/** Throws away what the content host has kept, as "clear browsing data" does. */
export async function emptyStorage(playing: Playing): Promise<void> {
  const isEmptied = await playing.inFrame(() => {
    localStorage.clear()
    return true
  })
  // What only this browser had is nobody's any more, unless the open page still saves it.
  if (isEmptied) playing.forget('its storage was emptied')
}
