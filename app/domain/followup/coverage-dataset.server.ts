import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readCoverageAnywhere, type PlaceArea } from '~/domain/coverage/place-coverage.server.ts'
import { readParticipation, type Participation } from '~/domain/coverage/coverage.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { County, Municipality } from '~/domain/place/place.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { dayOf, isDay, today, type Day } from '~/kernel/dates.ts'
import { may, type Verb } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  buildCoverageDataset,
  datasetGroups,
  type CoverageDataset,
  type DatasetGroup,
  type DatasetLevel,
  type DatasetPlace,
  type DatasetTable,
} from './coverage-dataset.ts'
import { nationCode } from './followup.ts'

/** Which figures. */
export interface CoverageQuery {
  asOf: Day
  /** Null: every module that has been published. */
  moduleSlug: string | null
  /** How far down the places go: county is the nation and its counties, and so on. */
  level: DatasetLevel
  /** One county, and with level municipality its municipalities. */
  countyCode?: string | null
  /** One municipality. */
  municipalityCode?: string | null
  /** One group; all of them, the total first, when left out. */
  professionGroup?: DatasetGroup | null
}

interface AskForDataset {
  actor: Actor
  query: CoverageQuery
}

/**
 * The figures of a day as one dataset.
 * @throws Refusal forbidden, followup.module-unknown, followup.day-ahead (field asOf),
 *   followup.place-unknown and followup.level-above (field county or municipality)
 */
export async function readCoverageDataset({
  actor,
  query,
}: AskForDataset): Promise<CoverageDataset> {
  requireVerb(actor, 'followup:read')
  return (await makeDataset(query, await wantedModules(query.moduleSlug))).dataset
}

/** Some of a dataset's places. */
export interface CoveragePage {
  dataset: CoverageDataset
  /** How many places there are on all pages. */
  total: number
}

/** Which of them: page 1 is the first. */
export interface PlacesOnPage {
  page: number
  pageSize: number
}

/**
 * The same dataset a page of places at a time; no other place is computed. A page after the last has
 * none.
 * @throws Refusal as readCoverageDataset
 */
export async function readCoveragePage({
  actor,
  query,
  page,
  pageSize,
}: AskForDataset & PlacesOnPage): Promise<CoveragePage> {
  requireVerb(actor, 'followup:read')
  return makeDataset(query, await wantedModules(query.moduleSlug), { page, pageSize })
}

/**
 * The same dataset, to be taken out as a file; the audit trail keeps who did, a line per module.
 * @throws Refusal as readCoverageDataset
 */
export async function exportCoverageDataset({
  actor,
  query,
  format,
}: AskForDataset & { format: string }): Promise<CoverageDataset> {
  requireVerb(actor, 'followup:export')
  const modules = await wantedModules(query.moduleSlug)
  const { dataset } = await makeDataset(query, modules)
  const { asOf, level, countyCode } = query
  await inTransaction(actor, async (tx) => {
    for (const { id } of modules) {
      await recordAudit(tx, actor, {
        action: 'followup.exported',
        subjectId: id,
        detail: { asOf, format, level, ...(countyCode && { county: countyCode }) },
      })
    }
  })
  return dataset
}

function requireVerb(actor: Actor, verb: Extract<Verb, `followup:${string}`>): void {
  if (!may(actor, verb, {})) throw new Refusal('forbidden')
}

async function wantedModules(slug: string | null): Promise<ModuleChoice[]> {
  const { modules } = await chooseModule(null)
  if (slug === null) return modules
  const module = modules.find((each) => each.slug === slug)
  if (!module) throw new Refusal('followup.module-unknown')
  return [module]
}

const everyPlace: PlacesOnPage = { page: 1, pageSize: Infinity }

async function makeDataset(
  query: CoverageQuery,
  modules: ModuleChoice[],
  { page, pageSize } = everyPlace,
): Promise<CoveragePage> {
  const { asOf, professionGroup } = query
  if (!isDay(asOf) || asOf > today()) throw new Refusal('followup.day-ahead', {}, { field: 'asOf' })
  const wanted = await placesWanted(query)
  const readings = []
  for (const module of modules) readings.push({ module, ...(await readModule(module.id, query)) })
  // Which units lie in no municipality, and the rule of the day, are the same for every module.
  const placeless = new Set(readings[0]?.placelessCounties)
  const all = wanted.filter(
    ({ kind, countyCode }) => kind !== 'placeless' || placeless.has(countyCode ?? ''),
  )
  const places = all.slice(page === 1 ? 0 : (page - 1) * pageSize, page * pageSize)
  const tables: DatasetTable[] = readings.map(({ module, coverageIn, personsIn }) => ({
    module,
    rows: places.map((place) => ({
      coverage: coverageIn(areaOf(place)),
      persons: personsIn(place),
    })),
  }))
  const takenAt = now()
  const dataset = buildCoverageDataset({
    asOf,
    takenAt: takenAt.toISOString(),
    takenOn: dayOf(takenAt),
    countsImported: readings[0]?.countsImported ?? true,
    places,
    groups: professionGroup ? [professionGroup] : datasetGroups,
    tables,
  })
  return { dataset, total: all.length }
}

async function readModule(moduleId: string, query: CoverageQuery) {
  const { asOf, level } = query
  const countyCode = query.municipalityCode?.slice(0, 2) ?? query.countyCode ?? null
  const nobody: Participation = { whole: 0, byCode: new Map() }
  const [coverage, byCounty, byMunicipality] = await Promise.all([
    readCoverageAnywhere(moduleId, asOf, countyCode),
    readParticipation('county', moduleId, asOf),
    level === 'municipality' ? readParticipation('municipality', moduleId, asOf) : nobody,
  ])
  const personsIn = ({ kind, code }: DatasetPlace): number | null => {
    if (kind === 'placeless') return null
    if (kind === 'nation') return byCounty.whole
    return (kind === 'county' ? byCounty : byMunicipality).byCode.get(code) ?? 0
  }
  return { ...coverage, personsIn }
}

function areaOf({ kind, code, countyCode }: DatasetPlace): PlaceArea {
  if (kind === 'nation') return { kind }
  return kind === 'placeless' ? { kind, countyCode: countyCode ?? '' } : { kind, code }
}

/** The places that a query asks for, those that may turn out to be empty of units included. */
async function placesWanted(query: CoverageQuery): Promise<DatasetPlace[]> {
  const { level, countyCode = null, municipalityCode = null } = query
  requireLevelBelow(query)
  const counties = await listCounties()
  const within = counties.filter(({ code }) => countyCode === null || code === countyCode)
  if (within.length === 0) throw new Refusal('followup.place-unknown', {}, { field: 'county' })
  if (level === 'nation') return [nation]
  if (level === 'county') return [...(countyCode === null ? [nation] : []), ...within.map(asPlace)]
  const byCounty = new Map<string, Municipality[]>()
  for (const each of await listMunicipalities(countyCode ?? undefined)) {
    byCounty.set(each.countyCode, [...(byCounty.get(each.countyCode) ?? []), each])
  }
  const below = within.flatMap((county) => [
    asPlace(county),
    ...(byCounty.get(county.code) ?? []).map((each) => municipalityOf(each, county)),
    placelessOf(county),
  ])
  if (municipalityCode === null) return [...(countyCode === null ? [nation] : []), ...below]
  const one = below.filter(({ kind, code }) => kind === 'municipality' && code === municipalityCode)
  if (one.length === 0) throw new Refusal('followup.place-unknown', {}, { field: 'municipality' })
  return one
}

/**
 * A level above the place that is asked for would give that place's figures out as those of the
 * county or the nation.
 */
function requireLevelBelow({ level, countyCode, municipalityCode }: CoverageQuery): void {
  const above = (field: string) => new Refusal('followup.level-above', {}, { field })
  if (municipalityCode && level !== 'municipality') throw above('municipality')
  if (countyCode && level === 'nation') throw above('county')
}

const nation: DatasetPlace = {
  code: nationCode,
  kind: 'nation',
  name: null,
  countyCode: null,
  countyName: null,
}

const asPlace = ({ code, name }: County): DatasetPlace => ({
  code,
  kind: 'county',
  name,
  countyCode: code,
  countyName: name,
})

const municipalityOf = ({ code, shortName }: Municipality, county: County): DatasetPlace => ({
  code,
  kind: 'municipality',
  name: shortName,
  countyCode: county.code,
  countyName: county.name,
})

const placelessOf = ({ code, name }: County): DatasetPlace => ({
  code: `${code}-none`,
  kind: 'placeless',
  name: null,
  countyCode: code,
  countyName: name,
})
