import { dayOfText } from '~/domain/identity/people-row.ts'
import type { Day } from '~/kernel/dates.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { countFieldOf, type ActivityColumns, type ActivityField } from './activity-columns.ts'
import { formOf, groupOf, levelOf, typeOf } from './activity-file-words.ts'
import {
  minutesOf,
  plannedTypes,
  rcPurposes,
  strategyGoals,
  type ActivityForm,
  type ActivityLevel,
  type ActivityType,
  type Home,
  type SessionTime,
} from './activity.ts'
import type { CountCell } from './attendance.ts'
import type { PlaceFinder } from './named-places.ts'

/** Why a row gives nothing; `activity-file.reason.<reason>` are the words. */
export const activityReasons = [
  'personal-number',
  'title-missing',
  'title-long',
  'type-unknown',
  'type-elsewhere',
  'form-unknown',
  'level-unknown',
  'date-unreadable',
  'date-ahead',
  'start-unreadable',
  'hours-unreadable',
  'over-midnight',
  'place-missing',
  'place-long',
  'home-missing',
  'home-unknown',
  'home-ambiguous',
  'home-elsewhere',
  'organiser-missing',
  'organiser-unknown',
  'organiser-ambiguous',
  'from-unknown',
  'county-unknown',
  'municipality-unknown',
  'group-unknown',
  'purpose-unknown',
  'goal-unknown',
  'year-unreadable',
  'count-unreadable',
  'count-missing',
  'counts-differ',
  'row-twice',
  'there-already',
  'changed-by-hand',
] as const
export type ActivityReason = (typeof activityReasons)[number]

/** What a row says of an activity. What the file has no column for is undefined: it changes nothing. */
export interface ToldActivity extends Home, SessionTime {
  type: ActivityType
  form: ActivityForm
  level: ActivityLevel
  title: string
  place: string | null
  organiserId: string
  countyCodes?: string[]
  municipalityCodes?: string[]
  targetGroups?: ProfessionGroup[]
  rcPurposes?: number[]
  strategyGoals?: number[]
  projectYear?: number | null
  /** Where those worked who came; both null where nobody knows. */
  from: Home
  counts: CountCell[]
}

export interface ActivityReading {
  columns: ActivityColumns
  places: PlaceFinder
  /** Who is called so, nearest to where the activity is at home. */
  findOrganiser: (name: string, home: Home) => { id: string } | 'unknown' | 'ambiguous'
  /** Of rows that say nothing of it. */
  home: Home | null
  organiserId: string | null
  /** Whether those who came worked where the activity is at home, where the row does not say otherwise. */
  isFromHome: boolean
  mayManage: (home: Home) => boolean
  today: Day
}

type Read<Value> = { value: Value } | { reason: ActivityReason }

const nowhere: Home = { countyCode: null, municipalityCode: null }
const refuse = (reason: ActivityReason) => ({ reason })
const longestWords = 120

/** What a row of a file says, or why it cannot be taken as far as it alone shows. */
export function readActivityRow(
  cells: readonly string[],
  reading: ActivityReading,
): Read<ToldActivity> {
  const text = (field: ActivityField) => {
    const column = reading.columns[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  const row: Row = { text, reading, has: (field) => reading.columns[field] !== undefined }
  // What is read first is what is said of a row that has several faults.
  const parts = [readWhat, readWhen, readWhere, readFor, readCounts]
  const told: Partial<ToldActivity> = {}
  for (const part of parts) {
    const read = part(row, told)
    if ('reason' in read) return read
    Object.assign(told, read.value)
  }
  return { value: told as ToldActivity }
}

interface Row {
  text: (field: ActivityField) => string
  has: (field: ActivityField) => boolean
  reading: ActivityReading
}

type Part = (row: Row, told: Partial<ToldActivity>) => Read<Partial<ToldActivity>>

const planned: readonly ActivityType[] = plannedTypes

const readWhat: Part = ({ text }) => {
  const [title, place] = [text('title'), text('place') || null]
  if (title.length < 3) return refuse('title-missing')
  if (title.length > longestWords) return refuse('title-long')
  const type = typeOf(text('type'))
  if (!type) return refuse('type-unknown')
  // Consultations and the web course are counted elsewhere; a group session credits persons.
  if (!planned.includes(type) || type === 'course-group') return refuse('type-elsewhere')
  const form = formOf(text('form'))
  if (!form) return refuse('form-unknown')
  const level = levelOf(text('level'))
  if (!level) return refuse('level-unknown')
  if (form !== 'digital' && !place) return refuse('place-missing')
  if (place && place.length > longestWords) return refuse('place-long')
  return { value: { title, type, form, level, place } }
}

const dayMinutes = 24 * 60

const readWhen: Part = ({ text, reading }) => {
  const heldOn = dayOfText(text('date'))
  if (!heldOn) return refuse('date-unreadable')
  if (heldOn > reading.today) return refuse('date-ahead')
  const start = text('start')
  const startsAt = start ? minutesOf(timeText(start)) : 0
  if (startsAt === null) return refuse('start-unreadable')
  const minutes = minutesIn(text('hours'))
  if (minutes === null) return refuse('hours-unreadable')
  if (startsAt + minutes > dayMinutes) return refuse('over-midnight')
  return { value: { heldOn, startsAt, endsAt: startsAt + minutes } }
}

/** "9", "9.30" and "09:30" are times. */
function timeText(text: string): string {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? []
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : text
}

/** "2", "1,5" and "1:30" as minutes; null where it is nothing that somebody could have spent in a day. */
function minutesIn(text: string): number | null {
  const [, hours, part] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  const minutes = hours
    ? Number(hours) * 60 + Number(part)
    : /^\d{1,2}([.,]\d+)?$/.test(text)
      ? Math.round(Number(text.replace(',', '.')) * 60)
      : 0
  return minutes > 0 && minutes <= dayMinutes ? minutes : null
}

const readWhere: Part = ({ text, reading }) => {
  const { places, mayManage, findOrganiser, isFromHome } = reading
  const home = text('home') ? places.home(text('home')) : (reading.home ?? 'missing')
  if (home === undefined) return refuse('home-unknown')
  if (home === 'ambiguous' || home === 'missing') return refuse(`home-${home}`)
  if (!mayManage(home)) return refuse('home-elsewhere')
  const named = text('organiser')
  const said = reading.organiserId ? { id: reading.organiserId } : ('missing' as const)
  const organiser = named ? findOrganiser(named, home) : said
  if (typeof organiser === 'string') return refuse(`organiser-${organiser}`)
  const from = text('from') ? places.home(text('from')) : isFromHome ? home : nowhere
  if (from === undefined || from === 'ambiguous') return refuse('from-unknown')
  return { value: { ...home, organiserId: organiser.id, from } }
}

const readFor: Part = (row) => {
  const { places } = row.reading
  const lists = {
    countyCodes: listIn(row, 'counties', places.county, 'county-unknown'),
    municipalityCodes: listIn(row, 'municipalities', places.municipality, 'municipality-unknown'),
    targetGroups: listIn(row, 'targetGroups', groupOf, 'group-unknown', /[;|/]/),
    rcPurposes: listIn(row, 'rcPurposes', numberAmong(rcPurposes), 'purpose-unknown'),
    strategyGoals: listIn(row, 'strategyGoals', numberAmong(strategyGoals), 'goal-unknown'),
  }
  const year = row.text('projectYear')
  if (!/^(20\d{2})?$/.test(year)) return refuse('year-unreadable')
  const value: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(lists)) {
    if ('reason' in read) return read
    if (read.value !== undefined) value[name] = read.value
  }
  if (row.has('projectYear')) value.projectYear = year ? Number(year) : null
  return { value: value }
}

/** Several in one cell, each once and in order; undefined where the file has no such column. */
function listIn<Value extends string | number>(
  { text, has }: Row,
  field: ActivityField,
  find: (word: string) => Value | undefined,
  unknown: ActivityReason,
  between = /[,;|/]/,
): Read<Value[] | undefined> {
  if (!has(field)) return { value: undefined }
  const words = text(field)
    .split(between)
    .map((word) => word.trim())
    .filter(Boolean)
  const found = words.map(find)
  if (found.includes(undefined)) return refuse(unknown)
  return { value: [...new Set(found as Value[])].sort() }
}

const numberAmong =
  (numbers: readonly number[]) =>
  (word: string): number | undefined =>
    numbers.find((number) => String(number) === word)

/** Blank is unsaid; undefined where it is no number that the forms would take. */
function countOf(text: string): number | null | undefined {
  if (text === '') return null
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

const readCounts: Part = ({ text }) => {
  const all = countOf(text('participants'))
  if (all === undefined) return refuse('count-unreadable')
  const counts: CountCell[] = []
  let isTold = false
  for (const professionGroup of professionGroups) {
    const given = (['all', 'K', 'M'] as const).map((split) =>
      countOf(text(countFieldOf(professionGroup, split))),
    )
    if (given.includes(undefined)) return refuse('count-unreadable')
    const [whole, women, men] = given as (number | null)[]
    if (whole === null && women === null && men === null) continue
    isTold = true
    const unstated = whole === null ? 0 : whole! - (women ?? 0) - (men ?? 0)
    if (unstated < 0) return refuse('counts-differ')
    const split = [['K', women] as const, ['M', men] as const, [null, unstated] as const]
    for (const [sex, people] of split) if (people) counts.push({ professionGroup, sex, people })
  }
  const sum = counts.reduce((total, { people }) => total + people, 0)
  if (!isTold && all === null) return refuse('count-missing')
  if (isTold && all !== null && all !== sum) return refuse('counts-differ')
  // Nobody said of which groups they were: the national tables call that a mixed group.
  if (!isTold && all) counts.push({ professionGroup: 'mixed', sex: null, people: all })
  return { value: { counts } }
}

/** What tells that a row is about the same activity when the file comes again. */
export function activityKey(told: ToldActivity): string {
  const { countyCode, municipalityCode, heldOn, startsAt, type, title } = told
  const home = municipalityCode ?? countyCode ?? 'nation'
  return [home, heldOn, startsAt, type, plainTitle(title)].join('|')
}

/** A title as it is compared: without case, and one space between words. */
export const plainTitle = (title: string) => title.replace(/\s+/g, ' ').trim().toLowerCase()
