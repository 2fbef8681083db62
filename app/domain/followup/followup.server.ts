import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import type { ChosenModule, ModuleChoice } from '~/domain/assignment/assignment.ts'
import { coverageOf } from '~/domain/coverage/coverage-roll-up.ts'
import {
  readCountyCoverage,
  readMunicipalityCoverage,
  readParticipation,
} from '~/domain/coverage/coverage.server.ts'
import type { Coverage } from '~/domain/coverage/coverage.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { isDay, today, type Day } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { nationCode, type CountyTable, type NationalTable, type TableRow } from './followup.ts'

interface ReadNationalTable {
  actor: Actor
  moduleId: string
  asOf: Day
}

/**
 * A module on a day: the nation and all 21 counties, each in total and per profession group.
 * @throws Refusal forbidden, followup.module-unknown, followup.day-ahead
 */
export async function readNationalTable(input: ReadNationalTable): Promise<NationalTable> {
  const { actor, moduleId, asOf } = input
  requireReading(actor)
  return nationalTable(await moduleById(moduleId), asOf)
}

/**
 * A module on a day: a county and all its municipalities.
 * @throws Refusal forbidden, not-found for a county that does not exist, followup.module-unknown, followup.day-ahead
 */
export async function readCountyTable(
  input: ReadNationalTable & { countyCode: string },
): Promise<CountyTable> {
  const { actor, moduleId, asOf, countyCode } = input
  requireReading(actor)
  const county = (await listCounties()).find(({ code }) => code === countyCode)
  if (!county) throw new Refusal('not-found')
  const module = await moduleById(moduleId)
  requireDay(asOf)
  const [coverage, persons, personsByCounty, municipalities] = await Promise.all([
    readMunicipalityCoverage(countyCode, moduleId, asOf),
    readParticipation('municipality', moduleId, asOf),
    readParticipation('county', moduleId, asOf),
    listMunicipalities(countyCode),
  ])
  const { byCode, placeless, whole } = coverage
  const rows: TableRow[] = municipalities.map(({ code, shortName }) => ({
    code,
    name: shortName,
    coverage: byCode.get(code) ?? nothingKnown,
    persons: persons.byCode.get(code) ?? 0,
  }))
  if (placeless) rows.push({ code: null, name: null, coverage: placeless, persons: null })
  const here = { code: county.code, name: county.name, coverage: whole }
  return {
    module,
    asOf,
    takenOn: today(),
    countsImported: coverage.countsImported,
    county: { ...here, persons: personsByCounty.byCode.get(countyCode) ?? 0 },
    municipalities: rows,
  }
}

/**
 * The modules that there are figures for, and the one that an address names.
 * @throws Refusal forbidden
 */
export async function chooseFollowedModule(
  actor: Actor,
  slug: string | null,
): Promise<ChosenModule> {
  requireReading(actor)
  return chooseModule(slug)
}

async function nationalTable(module: ModuleChoice, asOf: Day): Promise<NationalTable> {
  requireDay(asOf)
  const [coverage, persons, counties] = await Promise.all([
    readCountyCoverage(module.id, asOf),
    readParticipation('county', module.id, asOf),
    listCounties(),
  ])
  return {
    module,
    asOf,
    takenOn: today(),
    countsImported: coverage.countsImported,
    nation: { code: nationCode, name: null, coverage: coverage.whole, persons: persons.whole },
    counties: counties.map(({ code, name }) => ({
      code,
      name,
      coverage: coverage.byCode.get(code) ?? nothingKnown,
      persons: persons.byCode.get(code) ?? 0,
    })),
  }
}

const nothingKnown: Coverage = coverageOf([], new Map())

function requireReading(actor: Actor): void {
  if (!may(actor, 'followup:read', {})) throw new Refusal('forbidden')
}

function requireDay(asOf: Day): void {
  if (!isDay(asOf) || asOf > today()) throw new Refusal('followup.day-ahead')
}

async function moduleById(moduleId: string): Promise<ModuleChoice> {
  const { modules } = await chooseModule(null)
  const module = modules.find(({ id }) => id === moduleId)
  if (!module) throw new Refusal('followup.module-unknown')
  return module
}
