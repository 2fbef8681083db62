import type { Message } from './format.ts'
import type { Messages } from './translate.ts'

const texts: Record<string, Message> = {}

/** The texts that this browser has. It grows; a page's own are there before the page is shown. */
export const browserTexts = texts as Messages

/** Loads a part of the texts, in the document's language only. */
export async function loadTexts(part: 'core' | 'work'): Promise<void> {
  const isEnglish = document.documentElement.lang === 'en'
  if (part === 'core') {
    const loaded = isEnglish
      ? (await import('./en-core.ts')).enCore
      : (await import('./sv-core.ts')).svCore
    Object.assign(texts, loaded)
  } else {
    const loaded = isEnglish
      ? (await import('./en-work.ts')).enWork
      : (await import('./sv-work.ts')).svWork
    Object.assign(texts, loaded)
  }
}
