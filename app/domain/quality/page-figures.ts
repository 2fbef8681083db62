import { fewestAttempts } from './question-figures.ts'
import { grouped, medianOf } from './statistics.ts'

/** One attempt's stay at a place. */
export interface AttemptStay {
  item: string
  location: string
  seconds: number
  visits: number
}

/** A place that enough attempts have been at. */
export interface PageFigures {
  item: string
  /** Content's bookmark; empty in an item that sets none. */
  location: string
  attempts: number
  visits: number
  /** Of an attempt's time there, all visits together. */
  medianSeconds: number
}

export interface Pages {
  pages: PageFigures[]
  /** Places that too few have been at. */
  few: number
}

/**
 * The time at each place, in the order of items and then of bookmarks, numbers as numbers. What comes
 * before an item's first bookmark is no page, unless the item never sets one.
 * @param stays one for each attempt and place
 * @param items the package's items in document order
 */
export function pagesOf(stays: readonly AttemptStay[], items: readonly string[]): Pages {
  const bookmarked = new Set(stays.flatMap(({ item, location }) => (location ? [item] : [])))
  const counted = stays.filter(({ item, location }) => location !== '' || !bookmarked.has(item))
  const places = [...grouped(counted, placeKey).values()]
  const told = places.filter(({ length }) => length >= fewestAttempts)
  const pages = told.map((ofOne) => ({
    item: ofOne[0]!.item,
    location: ofOne[0]!.location,
    attempts: ofOne.length,
    visits: ofOne.reduce((sum, { visits }) => sum + visits, 0),
    medianSeconds: medianOf(ofOne.map(({ seconds }) => seconds))!,
  }))
  return { pages: pages.sort(byPlace(items)), few: places.length - told.length }
}

/** Where an attempt is that is not completed and has been idle for `idleDays`. */
export interface StoppedAttempt {
  /** Null where it is not known. */
  item: string | null
  location: string | null
}

/** After so many days without a commit an attempt has stopped. */
export const idleDays = 14

export interface Stops {
  /** Null where it would tell of the places with too few. */
  total: number | null
  places: { item: string; location: string; attempts: number }[]
  /** At the other places together; null where they are too few to tell. */
  elsewhere: number | null
}

/** Where attempts stop, most first. A place with too few is told together with the others such, if they are enough. */
export function stopsOf(stopped: readonly StoppedAttempt[]): Stops {
  const known = stopped.flatMap(({ item, location }) =>
    item !== null && location !== null ? [{ item, location }] : [],
  )
  const places = [...grouped(known, placeKey).values()]
    .filter(({ length }) => length >= fewestAttempts)
    .map((ofOne) => ({ ...ofOne[0]!, attempts: ofOne.length }))
    .sort((a, b) => b.attempts - a.attempts || naturally(a.location, b.location))
  const rest = stopped.length - places.reduce((sum, { attempts }) => sum + attempts, 0)
  const isTold = rest === 0 || rest >= fewestAttempts
  return {
    total: isTold ? stopped.length : null,
    places,
    elsewhere: isTold ? rest : null,
  }
}

const placeKey = ({ item, location }: { item: string; location: string }) =>
  JSON.stringify([item, location])

const naturally = new Intl.Collator('sv', { numeric: true }).compare

const byPlace =
  (items: readonly string[]) => (a: Pick<PageFigures, 'item' | 'location'>, b: typeof a) =>
    items.indexOf(a.item) - items.indexOf(b.item) || naturally(a.location, b.location)
