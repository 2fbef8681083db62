import path from 'node:path'
import { readOrganisationCoverage } from '~/domain/coverage/organisation-coverage.server.ts'
import { readModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { undoDecision } from '~/domain/assignment/duty-decision.server.ts'
import { findColleagues } from '~/domain/standing/colleague-search.server.ts'
import { readRound, reminderWork } from '~/domain/notice/reminder-round.server.ts'
import { decidePeople, remindChosen } from '~/domain/standing/people-decision.server.ts'
import { reminderWorkHandlers } from '~/domain/standing/remind-people.server.ts'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { readOrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import { peopleShape } from '~/domain/standing/organisation-standing.ts'
import { peopleCsv } from '~/exchange/exports/people-csv.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { database } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { makeAssignment } from '../../tests/factories/assignment.ts'
import { makeModule } from '../../tests/factories/catalogue.ts'
import { actorWith, makeOrganisation } from '../../tests/factories/organisation.ts'
import { forgetPeak, idleMb, peakMb } from '../memory.ts'
import { rounded } from '../numbers.ts'
import { plantPeople, plantProgress, plantUnits, settle } from '../people-world.ts'

export interface ManagerMeasured {
  people: number
  units: number
  /** Milliseconds of each page's reading, the median of five. */
  pages: Record<string, number>
  /** The first page of the list again, once so many have been decided about, and once that is undone. */
  listAfterDecisionMs: number
  listAfterUndoingMs: number
  decideMs: number
  undoMs: number
  /** Reminding as many: until the page answers, and until the last mail is written. */
  remind: { people: number; answerMs: number; writtenMs: number }
  export: { rows: number; rowsPerSecond: number; overIdleMb: number }
}

const people = Number(process.argv[2])
const actor = systemActor
const rounds = 5

const opened = await openCommand(env(), path.resolve('prisma/migrations'))
await seedPlaces()
const { organisationId, rootUnitId } = await makeOrganisation()
const { areas, units } = await plantUnits(rootUnitId, 20)
const module = await makeModule()
await plantPeople(people, units)
await plantProgress(module)
await settle()
await makeAssignment(organisationId, module.moduleId, { dueOn: addDays(today(), 30) })
await makeAssignment(organisationId, module.moduleId, {
  dueOn: addDays(today(), 10),
  professionGroups: ['school', 'health-care'],
})

const head = actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })
const moduleSlug = module.slug
const query = (search: string) => listQueryOf(search, peopleShape)
const list = (search: string, words = '') =>
  readOrganisationPeople({ actor, organisationId, moduleSlug, query: query(search), words })
const overview = (unitId: string | null) =>
  readOrganisationCoverage({
    actor,
    organisationId,
    unitId,
    query: { moduleSlug, asOf: today() },
  })

const pages = {
  overview: await median(() => overview(null)),
  'a level of the tree': await median(() => overview(areas[3]!)),
  'all modules': await median(() =>
    readModuleOverview({ actor, organisationId, unitId: null, asOf: today() }),
  ),
  list: await median(() => list('')),
  'list by unit and standing': await median(() => list(`?unit=${areas[3]}&standing=due`)),
  'last page by name': await median(() => list('?sort=-name&page=1000')),
  'search by name': await median(() => list('', 'nummer 4711')),
  'find a person in all that is one’s own': await median(() =>
    findColleagues(head, { words: 'nummer 4711', page: 1 }),
  ),
  'find what everybody is called': await median(() =>
    findColleagues(head, { words: 'kim', page: 1 }),
  ),
}
const whom = { kind: 'matching', query: query('?standing=due'), words: '' } as const
const asked = { actor, organisationId, moduleSlug }
const ruling = { kind: 'extended', untilOn: addDays(today(), 60) } as const
const [decided, decideMs] = await timed(() => decidePeople({ ...asked, whom, ruling }))
const { decisionId } = decided
const listAfterDecisionMs = await median(() => list(''))
const [, undoMs] = await timed(() => undoDecision({ actor, organisationId, decisionId }))
const listAfterUndoingMs = await median(() => list(''))

const remind = await reminded()

const idle = await idleMb()
forgetPeak()
const [rows, exportMs] = await timed(async () => {
  const exported = await exportOrganisationPeople({ ...asked, query: query('') })
  return linesOf(peopleCsv(exported))
})
const measured: ManagerMeasured = {
  people,
  units: 1 + areas.length + units.length,
  pages,
  listAfterDecisionMs,
  listAfterUndoingMs,
  decideMs: Math.round(decideMs),
  undoMs: Math.round(undoMs),
  remind,
  export: {
    rows,
    rowsPerSecond: Math.round((rows / exportMs) * 1_000),
    overIdleMb: rounded(peakMb() - idle),
  },
}
await closeCommand(opened)
console.log(JSON.stringify(measured))

/** Everybody has a way to sign in, without which nobody is mailed. */
async function reminded(): Promise<ManagerMeasured['remind']> {
  await database().pool.query(
    `insert into sign_in_identity (id, person_id, kind, subject, created_at)
     select gen_random_uuid(), id, 'password', email, now() from person where email is not null`,
  )
  const [came, answerMs] = await timed(() => remindChosen({ ...asked, whom }))
  invariant('roundId' in came, 'so many are reminded by a round')
  const { roundId } = came
  const work = { id: newId(), kind: reminderWork, subjectId: roundId, ownerId: null }
  const done = async () => undefined
  const [, writtenMs] = await timed(() =>
    reminderWorkHandlers[reminderWork]!.run(work, done, () => undefined),
  )
  const round = await readRound(actor, { organisationId, roundId })
  invariant(round.taken === round.people, 'the round has come to all')
  return { people: round.people, answerMs: Math.round(answerMs), writtenMs: Math.round(writtenMs) }
}

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader()
  let lines = -1
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const byte of part.value) if (byte === 10) lines++
  }
  return lines
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const begun = performance.now()
  const result = await work()
  return [result, performance.now() - begun]
}

async function median(read: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) taken.push((await timed(read))[1])
  return Math.round(taken.sort((a, b) => a - b)[Math.floor(rounds / 2)]!)
}
