import { activityKey, plainTitle, type ActivityReason, type ToldActivity } from './activity-row.ts'
import type { Home } from './activity.ts'
import type { CountCell } from './attendance.ts'

export const activityOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
export type ActivityOutcome = (typeof activityOutcomes)[number]

/** What a row can change of what is there. */
export const activityChanges = [
  'title',
  'form',
  'level',
  'place',
  'hours',
  'organiser',
  'counties',
  'municipalities',
  'targetGroups',
  'rcPurposes',
  'strategyGoals',
  'projectYear',
  'counts',
] as const
export type ActivityChange = (typeof activityChanges)[number]

/** A row that was read. */
export interface ReadRow {
  rowNumber: number
  /** The id that it gives what it makes. */
  freshId: string
  read: { value: ToldActivity } | { reason: ActivityReason }
}

/** So many of a kind from a place, as they stand. */
export type StoredCount = CountCell & Home & { id: string }

/** An activity that came by file, as it stands. */
export interface StoredActivity extends Omit<Required<ToldActivity>, 'from' | 'counts'> {
  id: string
  importKey: string
  sessionId: string
  counts: StoredCount[]
  /** Whether it is still what a file can tell: held, one session, and only counted. */
  isPlain: boolean
}

export interface JudgedRow {
  rowNumber: number
  outcome: ActivityOutcome
  reason: ActivityReason | null
  changes: ActivityChange[]
  /** The activity that it is about, or makes. */
  madeId: string
  told: ToldActivity | null
}

/**
 * What each row does to what is there.
 * @param stored activities that came by file, by their key
 * @param planned the keys of those that were planned here, without their time (`plannedKey`)
 */
export function judgeActivities(
  rows: readonly ReadRow[],
  stored: ReadonlyMap<string, StoredActivity>,
  planned: ReadonlySet<string>,
): JudgedRow[] {
  const seen = new Set<string>()
  return rows.map(({ rowNumber, freshId, read }): JudgedRow => {
    const judged = { rowNumber, reason: null, changes: [], madeId: freshId }
    if ('reason' in read) return { ...judged, outcome: 'refused', reason: read.reason, told: null }
    const told = read.value
    const refused = (reason: ActivityReason): JudgedRow => ({
      ...judged,
      outcome: 'refused',
      reason,
      told,
    })
    const key = activityKey(told)
    if (seen.has(key)) return refused('row-twice')
    seen.add(key)
    const there = stored.get(key)
    if (!there && planned.has(plannedKey(told))) return refused('there-already')
    if (!there) return { ...judged, outcome: 'new', told }
    const changes = changesOf(told, there)
    const outcome = changes.length > 0 ? 'changed' : 'unchanged'
    if (outcome === 'changed' && !there.isPlain) return refused('changed-by-hand')
    return { ...judged, outcome, changes, madeId: there.id, told }
  })
}

/** The same activity as a planner would have written it, whatever its time. */
export function plannedKey(
  of: Pick<ToldActivity, 'countyCode' | 'municipalityCode' | 'heldOn' | 'type' | 'title'>,
): string {
  const home = of.municipalityCode ?? of.countyCode ?? 'nation'
  return [home, of.heldOn, of.type, plainTitle(of.title)].join('|')
}

/** What the row tells that stands otherwise. */
export function changesOf(told: ToldActivity, there: StoredActivity): ActivityChange[] {
  const lists: [ActivityChange, readonly unknown[] | undefined, readonly unknown[]][] = [
    ['counties', told.countyCodes, there.countyCodes],
    ['municipalities', told.municipalityCodes, there.municipalityCodes],
    ['targetGroups', told.targetGroups, there.targetGroups],
    ['rcPurposes', told.rcPurposes, there.rcPurposes],
    ['strategyGoals', told.strategyGoals, there.strategyGoals],
  ]
  const plain: [ActivityChange, unknown, unknown][] = [
    ['title', told.title, there.title],
    ['form', told.form, there.form],
    ['level', told.level, there.level],
    ['place', told.place, there.place],
    ['hours', told.endsAt - told.startsAt, there.endsAt - there.startsAt],
    ['organiser', told.organiserId, there.organiserId],
    ['projectYear', told.projectYear, there.projectYear],
  ]
  const { gone, fresh } = countsToChange(told, there.counts)
  const changed = new Set<ActivityChange>([
    ...plain.filter(([, to, from]) => to !== undefined && to !== from).map(([what]) => what),
    ...lists
      .filter(([, to, from]) => to !== undefined && to.join() !== [...from].sort().join())
      .map(([what]) => what),
    ...(gone.length + fresh.length > 0 ? (['counts'] as const) : []),
  ])
  return activityChanges.filter((what) => changed.has(what))
}

const cellOf = ({
  professionGroup,
  sex,
  countyCode,
  municipalityCode,
}: Omit<CountCell, 'people'> & Home) =>
  [professionGroup, sex, municipalityCode ?? countyCode].join('|')

/** Which counts end, and which come, each in the place of the one of its kind that ends. */
export function countsToChange(
  { counts, from }: Pick<ToldActivity, 'counts' | 'from'>,
  there: readonly StoredCount[],
): { gone: string[]; fresh: (CountCell & Home & { replacesId: string | null })[] } {
  const wanted = counts.map((cell) => ({ ...cell, ...from }))
  const kept = new Set(
    there
      .filter((row) =>
        wanted.some((cell) => cellOf(cell) === cellOf(row) && cell.people === row.people),
      )
      .map(({ id }) => id),
  )
  const gone = there.filter(({ id }) => !kept.has(id))
  const fresh = wanted.filter(
    (cell) => !there.some((row) => kept.has(row.id) && cellOf(row) === cellOf(cell)),
  )
  return {
    gone: gone.map(({ id }) => id),
    fresh: fresh.map((cell) => ({
      ...cell,
      replacesId: gone.find((row) => cellOf(row) === cellOf(cell))?.id ?? null,
    })),
  }
}
