import { contentText } from './content-text.ts'
import { longestPauseSeconds } from './quality.ts'
import type { TrailCommit } from './trail-commit.ts'

/** How long an attempt has stayed at one place of an item. */
export interface PageStay {
  item: string
  /** The bookmark that content has set there; empty before it has set any. */
  location: string
  seconds: number
  /** How many times it was come to, a new session there included. */
  visits: number
  /** The attempt's last commit there: the place with the latest one is where the attempt is. */
  leftAt: Date
}

/** What content bookmarks with: SCORM 1.2 RTE 3.4.4, 2004 4th edition RTE 4.2.11. */
export const bookmarkElements = ['cmi.core.lesson_location', 'cmi.location'] as const

/** It is part of an index. */
const longestLocation = 255

/** Content that bookmarks every second of a film has no pages: what is beyond these counts as the item itself. */
export const mostPlaces = 200

/**
 * The stays that commits change, as they are after them. The time from one commit to the next in the same
 * session belongs to the place where the attempt was. A commit that came late, from the outbox, tells
 * where the learner has been and nothing of when.
 * @param held the attempt's stays so far
 * @param commits the attempt's next ones, in the order of their sequence
 * @param lastSession of the commit before them; null where that is not known
 */
export function staysAfter(
  held: readonly PageStay[],
  commits: readonly TrailCommit[],
  lastSession: string | null,
): PageStay[] {
  const stays = new Map(held.map((stay) => [placeOf(stay), { ...stay }]))
  const changed = new Set<PageStay>()
  let session = lastSession
  for (const commit of commits) {
    const isNewSession = commit.session !== session
    session = commit.session
    const all = [...stays.values()]
    const inItem = all.filter(({ item }) => item === commit.item)
    const here = latest(inItem)
    if (here && !isNewSession && commit.source !== 'replayed') {
      here.seconds += pauseBetween(here.leftAt, commit.receivedAt)
    }
    const location = bookmarkIn(commit.elements) ?? here?.location ?? ''
    const named = stays.get(placeOf({ item: commit.item, location }))
    const place = { item: commit.item, location: inItem.length < mostPlaces ? location : '' }
    const there = named ??
      stays.get(placeOf(place)) ?? { ...place, seconds: 0, visits: 0, leftAt: unset }
    stays.set(placeOf(there), there)
    if (isNewSession || there !== here) there.visits += 1
    there.leftAt = latestMoment(there, all, commit.receivedAt)
    changed.add(there)
    if (here) changed.add(here)
  }
  return [...changed]
}

const unset = new Date(0)

const placeOf = ({ item, location }: Pick<PageStay, 'item' | 'location'>) =>
  JSON.stringify([item, location])

function latest(stays: readonly PageStay[]): PageStay | undefined {
  return stays.reduce<PageStay | undefined>(
    (found, stay) => (found && found.leftAt >= stay.leftAt ? found : stay),
    undefined,
  )
}

/** Commits from the outbox come in the same millisecond; the place last come to must still be the latest. */
function latestMoment(there: PageStay, all: readonly PageStay[], at: Date): Date {
  const other = latest(all.filter((stay) => stay !== there))
  const afterOther = (other ?? there).leftAt.getTime() + (other ? 1 : 0)
  return new Date(Math.max(at.getTime(), there.leftAt.getTime(), afterOther))
}

/** Whole seconds, so that a trail gathered in pieces comes to the same as one gathered at once. */
function pauseBetween(from: Date, to: Date): number {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000)
  return Math.min(longestPauseSeconds, Math.max(0, seconds))
}

function bookmarkIn(elements: TrailCommit['elements']): string | undefined {
  const stored = bookmarkElements.map((name) => elements[name]).find((text) => text !== undefined)
  return stored === undefined ? undefined : contentText(stored, longestLocation)
}
