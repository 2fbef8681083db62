import type { Day } from '~/kernel/dates.ts'
import type { Place } from '~/kernel/permission.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** The kinds of activity that are followed up, in the order in which tables have them. */
export const activityTypes = [
  'training',
  'lecture',
  'conference',
  'specialist-training',
  'workshop',
  'network-meeting',
  'supervision',
  'consultation',
  'guidance',
  'information',
  'course-individual',
  'course-group',
  'webinar',
  'study-visit',
] as const
export type ActivityType = (typeof activityTypes)[number]

/** Consultations are only counted, and the web course counts itself: neither is planned. */
export const plannedTypes = activityTypes.filter(
  (type) => type !== 'consultation' && type !== 'course-individual',
)

export const activityForms = ['on-site', 'digital', 'hybrid'] as const
export type ActivityForm = (typeof activityForms)[number]

export const activityLevels = ['basic', 'profession', 'advanced'] as const
export type ActivityLevel = (typeof activityLevels)[number]

export const activityStatuses = ['planned', 'held', 'cancelled'] as const
export type ActivityStatus = (typeof activityStatuses)[number]

/** A resource centre's three purposes, and the strategy's goals that it works under. */
export const rcPurposes = [1, 2, 3] as const
export const strategyGoals = [2, 3, 4] as const

/** The groups that an activity is aimed at. */
export const targetedGroups: readonly ProfessionGroup[] = professionGroups.filter(
  (group) => group !== 'mixed',
)

/** Sessions of one series, at most. */
export const mostSessions = 8

/** Minutes before and after, in which a session's code is open, where nobody has said otherwise. */
export const usualWindow = { opensBefore: 60, closesAfter: 60 } as const

/** One meeting. Times are minutes from midnight, Swedish time. */
export interface SessionTime {
  heldOn: Day
  startsAt: number
  endsAt: number
}

/** Where an activity is at home: in a county, in one municipality there, or nowhere less than the nation. */
export interface Home {
  countyCode: string | null
  municipalityCode: string | null
}

/** What is said of an activity. */
export interface ActivityValues extends Home {
  type: ActivityType
  form: ActivityForm
  level: ActivityLevel
  title: string
  place: string | null
  organiserId: string
  countyCodes: string[]
  municipalityCodes: string[]
  targetGroups: ProfessionGroup[]
  rcPurposes: number[]
  strategyGoals: number[]
  projectYear: number | null
  moduleId: string | null
  opensBefore: number
  closesAfter: number
}

/** Where an activity is, as permissions ask for it: never an organisation's, so that no manager reaches it. */
export function placeOfHome({ countyCode, municipalityCode }: Home): Place {
  return { countyCode, municipalityCode }
}

/** A home as a form's choice: "nation", "21" or "2180". */
export function homeChoice({ countyCode, municipalityCode }: Home): string {
  return municipalityCode ?? countyCode ?? 'nation'
}

/** The home that a form's choice stands for; a municipality's code begins with its county's. */
export function homeOf(choice: string): Home {
  if (choice === 'nation') return { countyCode: null, municipalityCode: null }
  return {
    countyCode: choice.slice(0, 2),
    municipalityCode: choice.length === 4 ? choice : null,
  }
}

/** "09:30" as minutes from midnight; null where it is no time. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})(?::\d{2})?$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  const total = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? total : null
}

/** Minutes from midnight as "09:30". */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** How long sessions are together, in hours. */
export function hoursOf(sessions: readonly Pick<SessionTime, 'startsAt' | 'endsAt'>[]): number {
  return sessions.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt), 0) / 60
}

/** In the order in which they are held. */
export function bySessionTime(one: SessionTime, other: SessionTime): number {
  return one.heldOn.localeCompare(other.heldOn) || one.startsAt - other.startsAt
}

/**
 * Whether an activity hangs together: a group session names its module and nothing else does, and only what
 * is digital goes without a place.
 * @throws Refusal activity.module-missing, activity.place-missing
 */
export function checkActivity(
  values: Pick<ActivityValues, 'type' | 'form' | 'place' | 'moduleId'>,
) {
  if (values.type === 'course-group' && !values.moduleId) {
    throw new Refusal('activity.module-missing', {}, { field: 'moduleId' })
  }
  if (values.form !== 'digital' && !values.place) {
    throw new Refusal('activity.place-missing', {}, { field: 'place' })
  }
}

/** What an activity can become, and from what. One that is held or cancelled can be opened again. */
const allowedChanges: Record<ActivityStatus, readonly ActivityStatus[]> = {
  planned: ['held', 'cancelled'],
  held: ['planned'],
  cancelled: ['planned'],
}

interface StatusChange {
  from: ActivityStatus
  to: ActivityStatus
  /** The day on which it was held or cancelled. */
  on: Day
  today: Day
  /** The first day of a session. */
  firstOn: Day
}

/**
 * Whether an activity may become held or cancelled, or planned again, on a day.
 * @throws Refusal activity.status-unchanged, activity.day-ahead, activity.not-begun
 */
export function checkStatusChange({ from, to, on, today, firstOn }: StatusChange): void {
  if (!allowedChanges[from].includes(to)) throw new Refusal('activity.status-unchanged')
  if (to === 'planned') return
  if (on > today) throw new Refusal('activity.day-ahead', {}, { field: 'on' })
  if (to === 'held' && on < firstOn) throw new Refusal('activity.not-begun', {}, { field: 'on' })
}

/** Six digits out of a number that was drawn: 0 is "000000". */
export function codeOf(drawn: number): string {
  return String(drawn % 1_000_000).padStart(6, '0')
}

/** The digits of a code as somebody types it: "123 456" is the same as "123456". Null where it is no code. */
export function codeIn(text: string | undefined): string | null {
  const digits = (text ?? '').replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
