import { headcountSources, type HeadcountSource } from '~/domain/organisation/organisation.ts'
import { isDay, today, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** A unit as it hung on the day. */
export interface UnitOnDay {
  unitId: string
  /** Null at the top; also a parent that is not among the units given leaves the unit at the top. */
  parentUnitId: string | null
  organisationId: string
  name: string
  countyCode: string
  municipalityCode: string | null
}

/** Confirmed employments in a unit and group on the day, and how many of them have completed the module. */
export interface HeldCell {
  unitId: string
  professionGroup: ProfessionGroup
  people: number
  /** Whose person has played the module by the day. */
  held: number
  /** Whose person has it from an import alone; in no way part of `held`. None when left out. */
  imported?: number
}

/** The headcount in force on the day: for the unit and everything below it. */
export interface Declaration {
  unitId: string
  professionGroup: ProfessionGroup
  headcount: number
  asOf: Day
  source: HeadcountSource
}

/** A unit whose organisation is to take the module; an empty list means every group. */
export interface AssignedUnit {
  unitId: string
  professionGroups: ProfessionGroup[]
}

/** All that coverage of one module on one day is computed from. */
export interface CoverageFacts {
  units: UnitOnDay[]
  cells: HeldCell[]
  declarations: Declaration[]
  assigned: AssignedUnit[]
  /** Whether an imported completion counts as held, by the rule of the day; it does when left out. */
  countsImported?: boolean
}

/** Where the number who should comes from, when a figure is put together from several declarations. */
export const figureSources = [...headcountSources, 'mixed'] as const
export type FigureSource = (typeof figureSources)[number]

/** Held over required, as it may be shown: with what it leaves out. */
export interface Figure {
  /** Employments with the module completed, counted against `required`. */
  held: number
  /** Declared headcount; null when nobody has declared any (then the share is unknown, never 0 %). */
  required: number | null
  /** Of `held`, those that rest on an import alone; 0 when the rule of the day leaves them out. */
  heldImported: number
  /** Employments with the module completed that no declaration covers: in no share. */
  heldUncounted: number
  /** Of `heldUncounted`, those that rest on an import alone. */
  uncountedImported: number
  /** Employments that rest on an import alone and that the rule of the day leaves out everywhere. */
  heldImportedUncounted: number
  /** Units with people, or with an assignment, that no declaration covers. */
  unknownUnits: number
  source: FigureSource | null
  /** The oldest day that any of the declarations speaks of. */
  oldestHeadcount: Day | null
}

/** The sum over the groups that are known. */
export interface TotalFigure extends Figure {
  /** Groups with people, or with an assignment, and no declaration at all. */
  unknownGroups: number
}

export interface GroupFigure extends Figure {
  professionGroup: ProfessionGroup
}

/** A unit, an organisation, a place or the nation. */
export interface Coverage {
  total: TotalFigure
  /** Every counted group, in the national order, unknown ones too. */
  groups: GroupFigure[]
}

export interface UnitCoverage extends Coverage {
  unit: UnitOnDay
  /** Groups in which a unit further up has declared for this one too. */
  coveredAbove: ProfessionGroup[]
}

export type FigureStatus = 'known' | 'partly' | 'unknown'

/** Whether a figure tells all, something or nothing. */
export function statusOf(figure: Figure): FigureStatus {
  if (figure.required === null) return 'unknown'
  return figure.unknownUnits > 0 ? 'partly' : 'known'
}

/** Whether there is anything to say of a figure: somebody works there, has been declared, or is asked. */
export function isSomething({ required, unknownUnits, heldUncounted }: Figure): boolean {
  return required !== null || unknownUnits > 0 || heldUncounted > 0
}

/** 0 or more; over 1 where more have completed than were declared. Null when unknown or when nobody is required. */
export function shareOf(figure: Pick<Figure, 'held' | 'required'>): number | null {
  return figure.required ? figure.held / figure.required : null
}

/** How many are missing, never under nought; null when unknown. */
export function gapOf(figure: Pick<Figure, 'held' | 'required'>): number | null {
  return figure.required === null ? null : Math.max(0, figure.required - figure.held)
}

/** What belongs together, such as the units of each area: by municipality, by county, by organisation. */
export function groupedBy<Each, Key>(
  all: readonly Each[],
  keyOf: (one: Each) => Key,
): Map<Key, Each[]> {
  const byKey = new Map<Key, Each[]>()
  for (const one of all) {
    const group = byKey.get(keyOf(one))
    if (group) group.push(one)
    else byKey.set(keyOf(one), [one])
  }
  return byKey
}

/** What a page's address asks for: ?module=SLUG&asOf=DAY. */
export interface FigureQuery {
  moduleSlug: string | null
  asOf: Day
}

/** Reads the address; a day that does not exist or has not come is today. */
export function figureQueryOf(address: string): FigureQuery {
  const search = new URL(address).searchParams
  const asOf = search.get('asOf')
  const isPast = isDay(asOf) && asOf <= today()
  return { moduleSlug: search.get('module'), asOf: isPast ? asOf : today() }
}

/** The part of an address that asks for a module on a day, to be carried from page to page. */
export function figureSearchOf(module: { slug: string } | null, asOf: Day): string {
  return `?${new URLSearchParams({ ...(module && { module: module.slug }), asOf }).toString()}`
}
