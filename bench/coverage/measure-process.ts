import path from 'node:path'
import { readCountyCoverage } from '~/domain/coverage/coverage.server.ts'
import { readRegion } from '~/domain/coverage/region-coverage.server.ts'
import { readNationalTable } from '~/domain/followup/followup.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { makeAssignment } from '../../tests/factories/assignment.ts'
import { makeModule } from '../../tests/factories/catalogue.ts'
import { actorWith, makeOrganisation } from '../../tests/factories/organisation.ts'
import { medianMs } from '../numbers.ts'
import { plantPeople, plantProgress, plantUnits, settle } from '../people-world.ts'

export interface CoverageMeasured {
  people: number
  organisations: number
  units: number
  /** Coverage of every county by group: the median, as all that follows. */
  perCountyMs: number
  /** The whole national table: with how many have taken part. */
  nationalTableMs: number
  /** A trainer's page of one county, with its organisations by what is left to do and those without activity. */
  trainersCountyMs: number
}

const people = Number(process.argv[2])
const actor = systemActor
const organisationsInCounty = 2

const opened = await openCommand(env(), path.resolve('prisma/migrations'))
await seedPlaces()
const units: string[] = []
const module = await makeModule()
const counties = await listCounties()
for (const { code: countyCode } of counties) {
  const municipalities = await listMunicipalities(countyCode)
  for (let i = 0; i < organisationsInCounty; i++) {
    const { code: municipalityCode } = municipalities[i % municipalities.length]!
    const made = await makeOrganisation({ countyCode, municipalityCode })
    const planted = await plantUnits(made.rootUnitId, 1)
    units.push(...planted.units)
    const dueOn = addDays(today(), 30)
    await makeAssignment(made.organisationId, module.moduleId, { dueOn })
  }
}
await plantPeople(people, units)
await plantProgress(module)
await settle()

const { moduleId, slug: moduleSlug } = module
const asOf = today()
const trainer = actorWith({
  role: 'trainer',
  scope: { kind: 'county', countyCode: counties[0]!.code },
})
const measured: CoverageMeasured = {
  people,
  organisations: counties.length * organisationsInCounty,
  units: units.length,
  perCountyMs: await medianMs(() => readCountyCoverage(moduleId, asOf), 15),
  nationalTableMs: await medianMs(() => readNationalTable({ actor, moduleId, asOf }), 15),
  trainersCountyMs: await medianMs(
    () => readRegion({ actor: trainer, query: { moduleSlug, asOf } }),
    15,
  ),
}
await closeCommand(opened)
console.log(JSON.stringify(measured))
