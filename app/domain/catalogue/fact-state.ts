import { addDays, daysBetween, type Day } from '~/kernel/dates.ts'
import type { HeldFact } from './fact.ts'

/** The most urgent first: the editor's queue has this order. */
export const factStates = ['overdue', 'soon', 'to-check', 'sure'] as const

/**
 * overdue: its review or the end of what it says has passed. soon: one of them does within thirty days.
 * to-check: it says itself that somebody must look it up.
 */
export type FactState = (typeof factStates)[number]

export const soonDays = 30

type Dated = Pick<HeldFact, 'nextReview' | 'validTo' | 'toCheck'>

/** The last day on which a fact may stand unread: that of its review, or the last on which it holds. */
export function dueDayOf({ nextReview, validTo }: Pick<Dated, 'nextReview' | 'validTo'>): Day {
  return validTo !== null && validTo < nextReview ? validTo : nextReview
}

/** What an editor is to do with a fact on a day; the most urgent where there are several things. */
export function factStateOf(fact: Dated, today: Day): FactState {
  const due = dueDayOf(fact)
  if (due < today) return 'overdue'
  if (due <= addDays(today, soonDays)) return 'soon'
  return fact.toCheck === '' ? 'sure' : 'to-check'
}

/** The next review, as far off as the one before was from its own; a month at least. */
export function nextReviewFrom(
  { lastReviewed, nextReview }: Pick<HeldFact, 'lastReviewed' | 'nextReview'>,
  today: Day,
): Day {
  return addDays(today, Math.max(soonDays, daysBetween(lastReviewed, nextReview)))
}

/** A fact in the editor's queue. */
export interface QueuedFact extends HeldFact {
  state: FactState
  dueDay: Day
  /** How many modules cite it, drafts included. */
  modules: number
}

/** Whether the course's text has said something else of it since, about which nobody has decided. */
export const isToDecide = ({ number, latestNumber }: Pick<HeldFact, 'number' | 'latestNumber'>) =>
  latestNumber > number

export interface QueueFilter {
  state: FactState | null
  /** Looked for in what the sheet says, whatever its capitals. */
  words: string
}

/** Overdue first, then what somebody must decide about, then as the states have it. */
function urgencyOf(fact: QueuedFact): number {
  if (fact.state === 'overdue') return 0
  return isToDecide(fact) ? 1 : 1 + factStates.indexOf(fact.state)
}

/** The queue: what is about to become untrue on top, and the same by day. */
export function queueOf(facts: readonly QueuedFact[], filter: QueueFilter): QueuedFact[] {
  const words = filter.words.trim().toLocaleLowerCase('sv')
  return facts
    .filter(({ state }) => filter.state === null || state === filter.state)
    .filter((fact) => words === '' || saidBy(fact).includes(words))
    .sort(
      (a, b) =>
        urgencyOf(a) - urgencyOf(b) ||
        a.dueDay.localeCompare(b.dueDay) ||
        a.title.localeCompare(b.title, 'sv'),
    )
}

function saidBy({ id, title, text, parts }: QueuedFact): string {
  return [id, title, text, ...Object.values(parts)].join('\n').toLocaleLowerCase('sv')
}

/** How many facts there are in each state. */
export function countStates(facts: readonly { state: FactState }[]): Record<FactState, number> {
  const counts: Record<FactState, number> = { overdue: 0, soon: 0, 'to-check': 0, sure: 0 }
  for (const { state } of facts) counts[state]++
  return counts
}
