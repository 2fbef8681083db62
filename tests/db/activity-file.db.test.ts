import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { readActivityFigures } from '~/domain/activity/activity-figures.server.ts'
import { readActivityImport } from '~/domain/activity/activity-import-view.server.ts'
import { guessActivityColumns } from '~/domain/activity/activity-columns.ts'
import { changeStatus, readActivity } from '~/domain/activity/activity.server.ts'
import { readParticipation } from '~/domain/activity/attendance.server.ts'
import { savePlaces } from '~/domain/place/place.server.ts'
import {
  activityTemplateCsv,
  refusedActivitiesCsv,
} from '~/exchange/imports/activities/activity-csv.ts'
import { activityFieldLabels } from '~/exchange/imports/activities/activity-field-labels.ts'
import { readRefusedActivities } from '~/domain/activity/activity-import-view.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity, registerAt } from '../factories/activity.ts'
import {
  activitiesGivenBy,
  activityCountsOf,
  appliedActivities,
  bringActivities,
  triedActivities,
  undoneActivities,
} from '../factories/activity-import.ts'
import { makeActor, makePerson } from '../factories/identity.ts'
import { makeOrganisation } from '../factories/organisation.ts'
import { useDatabase } from '../setup/use-database.ts'

vi.setConfig({ testTimeout: 60_000 })
useDatabase()

/** Where the random files begin: another number tries others, the same one tries the same again. */
const seed = Number(process.env.PROPERTY_SEED ?? 20261122)

let actor: PersonActor
let organiserId: string
let organiserName: string

beforeAll(async () => {
  await savePlaces(
    [
      { code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' },
      { code: '03', letter: 'C', name: 'Uppsala län', shortName: 'Uppsala' },
    ],
    [
      { code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' },
      { code: '2181', countyCode: '21', name: 'Sandvikens kommun', shortName: 'Sandviken' },
    ],
  )
  organiserId = (await makeOrganisation()).organisationId
  const found = await prisma().organisation.findUniqueOrThrow({ where: { id: organiserId } })
  organiserName = found.name
  actor = await makeActor('trainer', { kind: 'county', ref: '21' })
})

const heads =
  'Rubrik;Typ;Form;Nivå;Datum;Starttid;Timmar;Lokal;Arrangör;Räknas i;Deltagarnas kommun;RC-delsyfte;Deltagare;Skola;Skola K;Socialtjänst'

interface Line {
  title: string
  type?: string
  day?: string
  start?: string
  hours?: string
  home?: string
  from?: string
  purposes?: string
  participants?: string
  school?: string
  women?: string
  social?: string
}

const lineOf = (line: Line) =>
  [
    ...[line.title, line.type ?? 'Utbildning', 'Fysiskt', 'Grund', line.day ?? '2025-03-04'],
    ...[line.start ?? '', line.hours ?? '2,5', 'Stadshuset', organiserName],
    ...[line.home ?? '21', line.from ?? '', line.purposes ?? ''],
    ...[line.participants ?? '', line.school ?? '', line.women ?? '', line.social ?? ''],
  ].join(';')

const file = (...lines: Line[]) => [heads, ...lines.map(lineOf)]
const tried = async (...lines: Line[]) =>
  triedActivities(await bringActivities(actor, file(...lines)))

/** Everything that an import writes of activities, as it is. */
async function stored() {
  const byId = { orderBy: { id: 'asc' } } as const
  return {
    activities: await prisma().activity.findMany(byId),
    sessions: await prisma().activitySession.findMany(byId),
    attendance: await prisma().attendance.findMany(byId),
  }
}

const titled = (title: string) => prisma().activity.findFirstOrThrow({ where: { title } })

test('a file adds activities that were held, with who came; again it changes nothing; undone it is gone', async () => {
  const before = await stored()
  const lines: Line[] = [
    { title: 'Heder i skolan', start: '13:00', school: '20', women: '12', from: 'Gävle kommun' },
    { title: 'Handledning i maj', type: 'Handledning', participants: '8', purposes: '1,3' },
  ]
  const first = await tried(...lines)
  expect(await activitiesGivenBy(first)).toEqual(['new', 'new'])
  expect(await stored()).toEqual(before)
  await appliedActivities(first)

  const { id } = await titled('Heder i skolan')
  const activity = await readActivity(actor, id)
  expect(activity).toMatchObject({
    ...{ type: 'training', status: 'held', statusOn: '2025-03-04', organiserId },
    ...{ countyCode: '21', municipalityCode: null, isImported: true, leaderId: actor.personId },
    sessions: [{ heldOn: '2025-03-04', startsAt: 780, endsAt: 930 }],
  })
  expect(await readParticipation(activity)).toMatchObject({
    ...{ total: 20, women: 12, men: 0, unstated: 8, persons: 20, isExact: true },
    counties: [{ countyCode: '21', total: 20 }],
  })
  const trail = await prisma().auditEntry.findMany({ where: { action: 'activity.imported' } })
  expect(trail).toHaveLength(2)
  expect(trail.find(({ subjectId }) => subjectId === id)).toMatchObject({
    ...{ actorPersonId: actor.personId, organisationId: organiserId },
    detail: { import: first.importId },
  })
  // Two activities that day in Gävleborg; twenty who came work there, and of eight nobody knows where.
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const day = '2025-03-04'
  const figures = await readActivityFigures({ actor: coordinator, from: day, to: day })
  expect(figures.rows).toEqual([
    { type: 'supervision', countyCode: '21', activities: 1, participations: 0, known: 0 },
    { type: 'training', countyCode: '21', activities: 1, participations: 20, known: 0 },
    { type: 'supervision', countyCode: null, activities: 0, participations: 8, known: 0 },
  ])

  const after = await stored()
  const again = await tried(...lines)
  expect(await activitiesGivenBy(again)).toEqual(['unchanged', 'unchanged'])
  await expect(appliedActivities(again)).rejects.toThrow('file.nothing-new')
  expect(await stored()).toEqual(after)

  await undoneActivities(first)
  expect(await stored()).toEqual(before)
  expect((await readActivityImport(first)).import.undone).toEqual({
    ...{ removed: 2, restored: 0, kept: 0 },
  })
})

test('what is said otherwise changes the activity; counts end and are followed; undone all is as it was', async () => {
  await appliedActivities(await tried({ title: 'Nätverk', school: '10', social: '3' }))
  const before = await stored()
  const change = await tried({ title: 'NÄTVERK', hours: '3', school: '12', social: '3' })
  expect(await activityCountsOf(change)).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 })
  const [row] = await prisma().activityImportRow.findMany({
    where: { importId: change.importId },
  })
  expect(row!.changes).toEqual(['title', 'hours', 'counts'])
  await appliedActivities(change)
  const { id } = await titled('NÄTVERK')
  const counts = await prisma().attendance.findMany({
    where: { session: { activityId: id } },
    orderBy: [{ professionGroup: 'asc' }, { people: 'asc' }],
  })
  expect(counts.map(({ people, endedAt }) => [people, endedAt !== null])).toEqual([
    [10, true],
    [12, false],
    [3, false],
  ])
  expect(counts[1]!.replacesId).toBe(counts[0]!.id)
  await undoneActivities(change)
  expect(await stored()).toEqual(before)
})

test('rows are refused with why, and come back as a file that can be corrected', async () => {
  const brought = await tried(
    { title: 'I framtiden', school: '1', day: addDays(today(), 1) },
    { title: 'Fel län', school: '1', home: '03' },
    { title: 'Anna 900101-0017', school: '1' },
    { title: 'Två gånger', school: '1' },
    { title: 'två  gånger', school: '2' },
    { title: 'En till', school: '1' },
  )
  expect(await activitiesGivenBy(brought)).toEqual([
    ...['date-ahead', 'home-elsewhere', 'personal-number', 'new', 'row-twice', 'new'],
  ])
  const { t } = i18nOf('sv')
  const refused = refusedActivitiesCsv(await readRefusedActivities(brought), t)
  expect(refused).toContain('2;Datumet ligger framåt i tiden.')
  expect(refused).toContain('I framtiden')
  expect(refused).not.toContain('900101')
  expect(
    await prisma().activityImportRow.findFirst({
      where: { importId: brought.importId, rowNumber: 4 },
    }),
  ).toMatchObject({ cells: [] })
  expect(guessActivityColumns(refused.split('\r\n')[0]!.split(';')).title).toBe(2)
})

test('what was planned here is not added a second time, and what was changed by hand stays', async () => {
  const planned = await makeActivity({ organiserId, type: 'training', days: ['2025-05-06'] })
  const { title } = await prisma().activity.findUniqueOrThrow({
    where: { id: planned.activityId },
  })
  const there = await tried({ title, day: '2025-05-06', school: '4' })
  expect(await activitiesGivenBy(there)).toEqual(['there-already'])

  const first = await appliedActivities(await tried({ title: 'Med namn', school: '4' }))
  const { id } = await titled('Med namn')
  const session = await prisma().activitySession.findFirstOrThrow({ where: { activityId: id } })
  await registerAt(session.id, (await makePerson()).email)
  const again = await tried({ title: 'Med namn', school: '5' })
  expect(await activitiesGivenBy(again)).toEqual(['changed-by-hand'])
  await undoneActivities(first)
  expect((await readActivityImport(first)).import.undone).toMatchObject({ removed: 0, kept: 1 })
  expect(await titled('Med namn')).toMatchObject({ id })
})

test('what has changed since the check is counted anew, and nothing is added', async () => {
  const one = await tried({ title: 'Kapplöpning', school: '4' })
  const other = await tried({ title: 'Kapplöpning', school: '4' })
  await appliedActivities(one)
  await appliedActivities(other)
  expect((await readActivityImport(other)).import).toMatchObject({
    ...{ status: 'checked', isRecounted: true, counts: { new: 0, unchanged: 1 } },
  })
  expect(await prisma().activity.count({ where: { title: 'Kapplöpning' } })).toBe(1)
})

test('a file is its bringer’s alone, and needs the right to change activities', async () => {
  const brought = await bringActivities(actor, file({ title: 'Min egen', school: '1' }))
  const other = await makeActor('trainer', { kind: 'county', ref: '21' })
  await expect(readActivityImport({ ...brought, actor: other })).rejects.toThrow('forbidden')
  const analyst = await makeActor('analyst', { kind: 'nation', ref: null })
  await expect(bringActivities(analyst, file({ title: 'Ingen', school: '1' }))).rejects.toThrow(
    'forbidden',
  )
})

test('an imported activity can be opened again like any other', async () => {
  await appliedActivities(await tried({ title: 'Öppnas igen', school: '1' }))
  const { id } = await titled('Öppnas igen')
  await changeStatus({ actor, activityId: id, status: 'planned', on: null })
  expect(await readActivity(actor, id)).toMatchObject({ status: 'planned' })
})

test('the template is read as it says, in both languages', async () => {
  for (const language of ['sv', 'en'] as const) {
    const { t } = i18nOf(language)
    const [first] = activityTemplateCsv(t).replace('\uFEFF', '').split('\r\n')
    const columns = guessActivityColumns(
      first!.split(';').map((head) => head.replace(/^"|"$/g, '')),
    )
    const fields = activityFieldLabels(t).map(({ field }) => field)
    expect(columns).toEqual(Object.fromEntries(fields.map((field, place) => [field, place])))
  }
  const { t } = i18nOf('sv')
  const organiser = 'Länsstyrelsen Gävleborg'
  await prisma().organisation.update({ where: { id: organiserId }, data: { name: organiser } })
  const lines = activityTemplateCsv(t).replace('\uFEFF', '').split('\r\n').filter(Boolean)
  const brought = await triedActivities(await bringActivities(actor, lines))
  await prisma().organisation.update({ where: { id: organiserId }, data: { name: organiserName } })
  expect(await activitiesGivenBy(brought)).toEqual(['new'])
})

const number = fc.integer({ min: 0, max: 40 }).map(String)
const anyLine: fc.Arbitrary<Line> = fc.record({
  title: fc.constantFrom('Träff', 'Dag om heder', 'Ny rutin', 'x', 'Träff  '),
  type: fc.constantFrom('Utbildning', 'Nätverksträff', 'Webinar', 'Konsultation'),
  day: fc.constantFrom('2024-02-29', '2025-06-01', '20251101', addDays(today(), 2)),
  start: fc.constantFrom('', '9', '13:30'),
  hours: fc.constantFrom('1', '2,25', '0'),
  home: fc.constantFrom('21', 'Gävle', 'Uppsala', '2181'),
  from: fc.constantFrom('', 'Sandviken', '21'),
  purposes: fc.constantFrom('', '1', '3, 2', '9'),
  school: fc.oneof(number, fc.constant('')),
  women: fc.constantFrom('', '0', '3'),
  social: fc.oneof(number, fc.constant('')),
})

test('any file twice equals once, and any file undone leaves the database as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      async (earlier, later) => {
        const start = await stored()
        const brought = []
        for (const lines of [earlier, later]) {
          const before = await stored()
          const one = await tried(...lines)
          const { new: added, changed } = (await activityCountsOf(one)) as Record<string, number>
          if (added! + changed! === 0) continue
          await appliedActivities(one)
          brought.push(one)
          const after = await stored()
          const again = await tried(...lines)
          expect(await activityCountsOf(again)).toMatchObject({ new: 0, changed: 0 })
          expect(await stored()).toEqual(after)
          await undoneActivities(one)
          expect(await stored()).toEqual(before)
          // Once more, so that the next file meets it.
          brought[brought.length - 1] = await appliedActivities(await tried(...lines))
        }
        for (const one of brought.reverse()) await undoneActivities(one)
        expect(await stored()).toEqual(start)
      },
    ),
    { seed, numRuns: 12 },
  )
})
