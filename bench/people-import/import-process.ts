import { createWriteStream, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { applyPeople, tryPeople, undoPeople } from '~/domain/identity/people-import.server.ts'
import { peopleWorkHandlers } from '~/domain/identity/people-work.server.ts'
import { readPeopleQuestions } from '~/domain/identity/people-view.server.ts'
import { addUnit, createOrganisation } from '~/domain/organisation/organisation.server.ts'
import { receiveFile } from '~/exchange/imports/people/people-file.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { env } from '~/platform/env.server.ts'
import { firstRow, prisma } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { forgetPeak, idleMb, peakMb } from '../memory.ts'
import { rounded } from '../numbers.ts'

export interface Imported {
  rows: number
  fileMb: number
  rowsPerSecond: number
  receiveSeconds: number
  checkSeconds: number
  applySeconds: number
  /** Taken back again, which is no part of rowsPerSecond. */
  undoSeconds: number
  peakMemoryMb: number
  overIdleMb: number
}

const people = Number(process.argv[2])
const units = 200
const file = path.join(env().DATA_FOLDER, 'personal.csv')

const database = await openCommand(env(), path.resolve('prisma/migrations'))
await seedPlaces()
const actor = systemActor
const openedOn = '2020-01-01'
const { organisationId, rootUnitId } = await createOrganisation({
  actor,
  kind: 'municipality',
  name: 'Kommunen',
  countyCode: '21',
  municipalityCode: '2180',
  openedOn,
})
for (let unit = 0; unit < units; unit++) {
  await addUnit({ actor, parentUnitId: rootUnitId, name: `Enhet ${unit}`, openedOn })
}
await pipeline(Readable.from(lines()), createWriteStream(file))

const idle = await idleMb()
forgetPeak()
const [importId, receiveSeconds] = await timed(() =>
  receiveFile({ actor, organisationId, file: { path: file, name: 'personal.csv' } }),
)
const asked = { actor, organisationId, importId }
const { columns } = await readPeopleQuestions({ ...asked, columns: null })
const said = { columns, isComplete: true, defaultGroup: null, professions: {} }
const [, checkSeconds] = await timed(() => done(tryPeople({ ...asked, said })))
const [, applySeconds] = await timed(() => done(applyPeople({ ...asked, confirmedEnds: 0 })))
const peak = peakMb()
const counted = await firstRow<{ people: number }>(sql`select count(*) as people from person`)
if (counted?.people !== people) throw new Error(`${counted?.people} people of ${people} came in`)
const [, undoSeconds] = await timed(() => done(undoPeople(asked)))
await closeCommand(database)

const imported: Imported = {
  rows: people,
  fileMb: rounded(statSync(file).size / 1e6),
  rowsPerSecond: Math.round(people / (receiveSeconds + checkSeconds + applySeconds)),
  receiveSeconds: rounded(receiveSeconds),
  checkSeconds: rounded(checkSeconds),
  applySeconds: rounded(applySeconds),
  undoSeconds: rounded(undoSeconds),
  peakMemoryMb: Math.round(peak),
  overIdleMb: Math.round(peak - idle),
}
console.log(JSON.stringify(imported))

function* lines() {
  yield 'Anst.nr;Förnamn;Efternamn;E-post;Enhet;Befattning;Från\r\n'
  const professions = ['Socialsekreterare', 'Grundskollärare', 'Sjuksköterska', 'Barnskötare']
  for (let i = 0; i < people; i++) {
    const profession = professions[i % professions.length]
    yield `N${i};Förnamn${i % 997};Efternamn${i};person${i}@exempel.se;Enhet ${i % units};${profession};2024-01-${10 + (i % 20)}\r\n`
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const begun = performance.now()
  const result = await work()
  return [result, (performance.now() - begun) / 1_000]
}

/** Does the work that a verb has asked for, as the queue would at once. */
async function done(asking: Promise<void>): Promise<void> {
  await asking
  const { workId } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: importId } })
  await workHandler(peopleWorkHandlers)({ workId: workId! })
}
