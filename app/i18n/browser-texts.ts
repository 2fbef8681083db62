import type { Message } from './format.ts'
import type { Messages } from './translate.ts'

const texts: Record<string, Message> = {}

/** The texts that this browser has. It grows; a page's own are there before the page is shown. */
export const browserTexts = texts as Messages

const swedish = {
  core: async () => (await import('./sv-core.ts')).svCore,
  account: async () => (await import('./sv-account.ts')).svAccount,
  work: async () => (await import('./sv-work.ts')).svWork,
  open: async () => (await import('./sv/open.ts')).open,
}

const english: Record<keyof typeof swedish, () => Promise<Record<string, Message>>> = {
  core: async () => (await import('./en-core.ts')).enCore,
  account: async () => (await import('./en-account.ts')).enAccount,
  work: async () => (await import('./en-work.ts')).enWork,
  open: async () => (await import('./en/open.ts')).open,
}

/** Loads a part of the texts, in the document's language only. */
export async function loadTexts(part: keyof typeof swedish): Promise<void> {
  const parts = document.documentElement.lang === 'en' ? english : swedish
  Object.assign(texts, await parts[part]())
}
