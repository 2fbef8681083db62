import { all } from './dom.ts'

/** What the builder writes beside the document (builder/module-facts.ts), and Samsyn answers with today's words. */
export interface SamsynFacts {
  version: 1
  facts: {
    id: string
    text: string
    /** Words to cite within a sentence. */
    parts: Record<string, string>
    /** Days: "2026-11-21". */
    lastReviewed: string
  }[]
}

export const factsFile = 'samsyn-facts.json'

/**
 * Puts the current words in wherever the document cites a fact. Where they cannot be had, the words that were
 * built in stand with their date.
 */
export async function refreshFacts(): Promise<void> {
  const answer = await fetch(factsFile, { cache: 'no-cache' }).catch(() => undefined)
  if (!answer?.ok) return
  const told = (await answer.json().catch(() => undefined)) as Partial<SamsynFacts> | undefined
  if (told?.version !== 1 || !Array.isArray(told.facts)) return
  const facts = new Map(told.facts.map((fact) => [fact.id, fact]))
  for (const place of all(document, '[data-fact]')) {
    const [id = '', part] = (place.dataset.fact ?? '').split('.')
    const fact = facts.get(id)
    const words = part === undefined ? fact?.text : fact?.parts[part]
    if (!words) continue
    place.textContent = unbroken(words)
    place.classList.toggle('number', isNumber(words))
  }
  for (const time of all(document, 'time[data-reviewed]')) {
    const ids = (time.dataset.reviewed ?? '').split(' ')
    const days = ids.map((id) => facts.get(id)?.lastReviewed ?? '').filter(isDay)
    // Of several the oldest: none of them is older than it says.
    if (days.length === ids.length) showDay(time as HTMLTimeElement, days.sort()[0]!)
  }
}

/** A number that is written in groups stays on its line, and so does a span: "020-57 70 70", "9–12". */
export const unbroken = (words: string) =>
  words.replace(/(\d) (?=\d)/g, '$1\u00a0').replace(/(\d–)(?=\d)/g, '$1\u2060')

/** Words that are a telephone number and nothing else: no line ends within them. */
export const isNumber = (words: string) => /^[\d\s+-]{3,20}$/.test(words)

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day)

const months = 'jan. feb. mars april maj juni juli aug. sep. okt. nov. dec.'.split(' ')

/** "2026-11-21" as "21 nov. 2026". */
export function dayShown(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

function showDay(time: HTMLTimeElement, day: string): void {
  time.dateTime = day
  time.textContent = dayShown(day)
}
