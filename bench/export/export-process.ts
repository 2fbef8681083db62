import path from 'node:path'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { peopleShape } from '~/domain/standing/organisation-standing.ts'
import { peopleCsv } from '~/exchange/exports/people-csv.ts'
import { systemActor as actor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { makeAssignment } from '../../tests/factories/assignment.ts'
import { makeModule } from '../../tests/factories/catalogue.ts'
import { makeOrganisation } from '../../tests/factories/organisation.ts'
import { forgetPeak, idleMb, peakMb } from '../memory.ts'
import { median, rounded } from '../numbers.ts'
import { plantPeople, plantProgress, plantUnits, settle } from '../people-world.ts'

export interface Exported {
  rows: number
  fileMb: number
  /** The median of the rounds; memory is the most of all of them. */
  seconds: number
  rowsPerSecond: number
  peakMemoryMb: number
  /** At its peak, what nobody had cleared away yet included. */
  memoryAboveStartMb: number
  /** Of that, what was really held after a clearing at any part of the file. */
  memoryHeldMb: number
}

const people = Number(process.argv[2])
const rounds = 5

const opened = await openCommand(env(), path.resolve('prisma/migrations'))
await seedPlaces()
const { organisationId, rootUnitId } = await makeOrganisation()
const { units } = await plantUnits(rootUnitId, 20)
const module = await makeModule()
await plantPeople(people, units)
await plantProgress(module)
await settle()
await makeAssignment(organisationId, module.moduleId, { dueOn: addDays(today(), 30) })

await exportOnce()
const idle = await idleMb()
forgetPeak()
const taken: number[] = []
let file = { rows: 0, bytes: 0 }
for (let round = 0; round < rounds; round++) {
  const begun = performance.now()
  file = await exportOnce()
  taken.push((performance.now() - begun) / 1_000)
}
const peak = peakMb()
const memoryHeldMb = await heldMb()
if (file.rows !== people) throw new Error(`${file.rows} lines of ${people} people`)
await closeCommand(opened)

const seconds = median(taken)
const exported: Exported = {
  rows: file.rows,
  fileMb: rounded(file.bytes / 1e6),
  seconds: rounded(seconds),
  rowsPerSecond: Math.round(file.rows / seconds),
  peakMemoryMb: Math.round(peak),
  memoryAboveStartMb: rounded(peak - idle),
  memoryHeldMb: rounded(memoryHeldMb),
}
console.log(JSON.stringify(exported))

/** As the page's route does; what is read is thrown away. */
async function exportOnce(onPart = () => {}): Promise<{ rows: number; bytes: number }> {
  const query = listQueryOf('', peopleShape)
  const asked = { actor, organisationId, moduleSlug: module.slug, query }
  const stream = peopleCsv(await exportOrganisationPeople(asked))
  let [rows, bytes] = [-1, 0]
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    onPart()
    bytes += part.length
    for (const byte of part) if (byte === 10) rows++
  }
  return { rows, bytes }
}

/** The most that the process holds more while a file is read than before, cleared before each look. */
async function heldMb(): Promise<number> {
  const held = () => {
    global.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }
  const before = held()
  let [most, parts] = [0, 0]
  // A clearing takes a tenth of a second: at each tenth part is enough.
  await exportOnce(() => {
    if (parts++ % 10 === 0) most = Math.max(most, held() - before)
  })
  return most
}
