import type { Day } from '~/kernel/dates.ts'
import type { ActivityStatus } from './activity.ts'

/** With a place, in the line for one, or not coming. */
export const signUpStates = ['placed', 'waiting', 'cancelled'] as const
export type SignUpState = (typeof signUpStates)[number]

/** What a mail about a sign-up says. */
export const signUpNews = [
  'placed',
  'waiting',
  'moved-up',
  'removed',
  'activity-cancelled',
  'reminder',
] as const
export type SignUpNews = (typeof signUpNews)[number]

/** Places that a page can have. */
export const mostPlaces = 5000

/** How many lines a page of the leader's list has. */
export const signUpsPerPage = 200

/** Days after an activity's last session, until which it is known who had signed up. */
export const knownForDays = 30

/** What the page for signing up can do on a day. */
export type SignUpPageState = 'open' | 'closed' | 'over' | 'cancelled'

interface PageMoment {
  status: ActivityStatus
  closesOn: Day
  /** The day of the last session. */
  lastOn: Day
  today: Day
}

/** Whether anybody can sign up on a day: until the closing day, and for nothing that has been. */
export function pageStateOn({ status, closesOn, lastOn, today }: PageMoment): SignUpPageState {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'held' || lastOn < today) return 'over'
  return closesOn < today ? 'closed' : 'open'
}

/** How many more can have a place; null: as many as come. */
export function placesLeft(places: number | null, taken: number): number | null {
  return places === null ? null : Math.max(0, places - taken)
}

/** The day on which a page for signing up closes where nobody has said otherwise: the day before, or today. */
export function usualClosing(firstOn: Day, dayBefore: Day, today: Day): Day {
  if (firstOn <= today) return today
  return dayBefore < today ? today : dayBefore
}
