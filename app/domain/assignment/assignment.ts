import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** A module that can be chosen on a page: in both languages, with what the address calls it. */
export interface ModuleChoice {
  id: string
  slug: string
  titleSv: string
  titleEn: string
  courseTitleSv: string
  courseTitleEn: string
  /** Whether it can be taken now; one that was published before still has figures. */
  published: boolean
}

/** The module that a page is about, among those that can be chosen. */
export interface ChosenModule {
  modules: ModuleChoice[]
  /** Null when nothing has been published yet. */
  module: ModuleChoice | null
}

/** The id to ask figures for: where nothing is published, one that no module has. */
export function idOfChosen({ module }: ChosenModule): string {
  return module?.id ?? '00000000-0000-0000-0000-000000000000'
}

/** What is to be done: a module, or all the modules that a track or a course has on the day. */
export const targetKinds = ['module', 'track', 'course'] as const
export type TargetKind = (typeof targetKinds)[number]
export interface Target {
  kind: TargetKind
  id: string
}

/** Where those work whom it is for. What hangs below an organisation's or a unit's place is meant, too. */
export const placeKinds = [
  'nation',
  'county',
  'municipality',
  'catchment',
  'organisation',
  'unit',
] as const
export type PlaceKind = (typeof placeKinds)[number]

export interface AudiencePlace {
  kind: PlaceKind
  /** A code, an id (a catchment's is its resource centre's), or empty for the nation. */
  ref: string
}

/** Whom it is for: who works at one of the places, in one of the groups, and meets the rest. Read anew each day. */
export interface Audience {
  /** At least one. */
  places: AudiencePlace[]
  /** Empty: every group. */
  professionGroups: ProfessionGroup[]
  /** Only those who begin at the organisation on the day it was assigned or later. */
  onlyNew: boolean
  /** Only these; empty: everybody. */
  personIds: string[]
}

/** By when, how often, and whether it must be done. */
export interface Terms {
  isMandatory: boolean
  dueOn: Day | null
  /** From the first day at the workplace, or from the assignment where that came later. */
  dueDays: number | null
  /** Null: once. */
  repeatMonths: number | null
  /** Before it ends. */
  windowDays: number | null
}

/** What is to be said of a new assignment. */
export interface NewAssignment {
  target: Target
  audience: Audience
  terms: Terms
  /** A word to those who get it. */
  message: string | null
}

/** In whose name something is assigned: an organisation's, a county board's or the nation's. */
export interface Issuer {
  kind: 'organisation' | 'county' | 'nation'
  /** The organisation's or the county's; null for the nation. */
  name: string | null
}

/** An assignment as those who work with assignments see it. */
export interface Assignment extends Terms {
  id: string
  target: Target & { titleSv: string; titleEn: string }
  places: (AudiencePlace & { name: string | null })[]
  professionGroups: ProfessionGroup[]
  onlyNew: boolean
  /** How many it names; null where it names nobody. */
  people: number | null
  issuer: Issuer
  message: string | null
  assignedOn: Day
  /** Whether the reader may change it and take it back. */
  mayManage: boolean
}

/** How long somebody can get, in days and months. */
export const longest = { dueDays: 730, repeatMonths: 120, windowDays: 365 }
/** How long before it ends something can be renewed, where nothing else is said. */
export const usualWindowDays = 60

/**
 * Whether the terms hang together.
 * @throws Refusal assignment.day-missing, assignment.day-passed, assignment.number-outside, assignment.window-too-long
 */
export function checkTerms(terms: Terms, today: Day): void {
  const { isMandatory, dueOn, dueDays, repeatMonths, windowDays } = terms
  if (isMandatory && dueOn === null && dueDays === null) {
    throw new Refusal('assignment.day-missing', {}, { field: 'dueOn' })
  }
  if (dueOn !== null && dueOn < today) {
    throw new Refusal('assignment.day-passed', {}, { field: 'dueOn' })
  }
  for (const field of ['dueDays', 'repeatMonths', 'windowDays'] as const) {
    const number = terms[field]
    if (number !== null && !(Number.isInteger(number) && number >= 1 && number <= longest[field])) {
      throw new Refusal('assignment.number-outside', { longest: longest[field] }, { field })
    }
  }
  // A window as long as the time between would make it due again at once.
  if (repeatMonths !== null && windowDays !== null && windowDays >= repeatMonths * 28) {
    throw new Refusal('assignment.window-too-long', {}, { field: 'windowDays' })
  }
}

/** Whether two audiences are the same one, in whatever order they are told. */
export function sameAudience(a: Audience, b: Audience): boolean {
  return keyOf(a) === keyOf(b)
}

function keyOf({ places, professionGroups, onlyNew, personIds }: Audience): string {
  const placed = places.map(({ kind, ref }) => `${kind} ${ref}`).sort()
  return JSON.stringify([placed, [...professionGroups].sort(), onlyNew, [...personIds].sort()])
}
