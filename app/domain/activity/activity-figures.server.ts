import type { Actor } from '~/kernel/actor.ts'
import { addDays, addMonths, isDay, today, type Day } from '~/kernel/dates.ts'
import { mayAnywhere, reachOf } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { selectActivityFigures } from './activity-figures.db.server.ts'
import { sumFigures, type ActivityFigures, type FiguresWithin } from './activity-figures.ts'

interface ReadActivityFigures {
  actor: Actor
  /** The first and the last day that count. */
  from: Day
  to: Day
  /** One county's; all that the actor may read where it is left out. */
  countyCode?: string
}

/**
 * Activities that were held and participations in a period, by type and county. An activity counts where it is
 * at home, once however often it meets in the period; participants count in their own county, each session by
 * itself. What is planned or cancelled does not count.
 * @throws Refusal forbidden, activity.period-wrong
 */
export async function readActivityFigures(input: ReadActivityFigures): Promise<ActivityFigures> {
  const { from, to } = input
  const rows = await selectActivityFigures(from, to, figuresWithin(input))
  return { from, to, takenOn: today(), rows, ...sumFigures(rows) }
}

/**
 * What an actor's figures of a period are taken of: a county that they asked for and reach, or all that they reach.
 * @throws Refusal forbidden, activity.period-wrong
 */
export function figuresWithin(input: ReadActivityFigures): FiguresWithin {
  const { actor, from, to, countyCode = null } = input
  if (!isDay(from) || !isDay(to) || to < from) throw new Refusal('activity.period-wrong')
  if (!mayAnywhere(actor, 'activity:read')) throw new Refusal('forbidden')
  const { everywhere, countyCodes, municipalityCodes } = reachOf(actor, 'activity:read')
  if (everywhere || (countyCode && countyCodes.includes(countyCode))) {
    return { countyCode, municipalityCodes: null }
  }
  if (countyCode || municipalityCodes.length === 0) throw new Refusal('forbidden')
  return { countyCode: null, municipalityCodes }
}

/** The twelve months that end with a day. */
export function yearUpTo(day: Day): { from: Day; to: Day } {
  return { from: addDays(addMonths(day, -12), 1), to: day }
}
