import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import { readOpenCounts } from '~/domain/activity/open-participation.server.ts'
import { sumOpen, type OpenCount, type OpenSums } from '~/domain/activity/open-participation.ts'
import { listCounties } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { isDay, today, type Day } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** What people who were not signed in have said of themselves, beside the figures and never in them. */
export interface OpenTable extends OpenSums {
  asOf: Day
  /** Names of the counties that have any; null is what was not said. */
  counties: { code: string | null; name: string | null; count: number }[]
}

interface ReadOpenTable {
  actor: Actor
  moduleId: string
  asOf: Day
  /** One county's; the whole nation's where it is left out. */
  countyCode?: string
}

/**
 * A module's open participation up to and with a day.
 * @throws Refusal forbidden, followup.day-ahead
 */
export async function readOpenTable(input: ReadOpenTable): Promise<OpenTable> {
  const { actor, moduleId, asOf, countyCode } = input
  if (!may(actor, 'followup:read', {})) throw new Refusal('forbidden')
  requireDay(asOf)
  const sums = sumOpen(await readOpenCounts(asOf, { moduleId, countyCode }))
  const names = await countyNames()
  const counties = sums.counties.map(({ code, count }) => ({
    code,
    name: code === null ? null : (names.get(code) ?? code),
    count,
  }))
  return { ...sums, counties, asOf }
}

/** One row of the file: statements that say the same. */
export interface OpenFileRow extends OpenCount {
  module: ModuleChoice
  countyName: string | null
}

export interface OpenFile {
  asOf: Day
  takenOn: Day
  rows: OpenFileRow[]
}

/**
 * Every module's open participation up to and with a day, for the file.
 * @throws Refusal forbidden, followup.day-ahead
 */
export async function exportOpenParticipation(actor: Actor, asOf: Day): Promise<OpenFile> {
  if (!may(actor, 'followup:export', {})) throw new Refusal('forbidden')
  requireDay(asOf)
  const [counts, names, { modules }] = await Promise.all([
    readOpenCounts(asOf),
    countyNames(),
    chooseModule(null),
  ])
  const rows = modules.flatMap((module) =>
    counts
      .filter(({ moduleId }) => moduleId === module.id)
      .map((count) => ({
        ...count,
        module,
        countyName: count.countyCode === null ? null : (names.get(count.countyCode) ?? null),
      })),
  )
  return { asOf, takenOn: today(), rows }
}

async function countyNames(): Promise<Map<string, string>> {
  return new Map((await listCounties()).map(({ code, name }) => [code, name]))
}

function requireDay(asOf: Day): void {
  if (!isDay(asOf) || asOf > today()) throw new Refusal('followup.day-ahead')
}
