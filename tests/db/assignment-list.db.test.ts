import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignmentsCsv } from '~/exchange/exports/assignments-csv.ts'
import { holdClock } from '~/kernel/clock.ts'
import { makeAssignmentTo } from '../factories/assignment.ts'
import { makeModule } from '../factories/catalogue.ts'
import { actorWith, makeOrganisation } from '../factories/organisation.ts'
import { useDatabase } from '../setup/use-database.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { assignmentQueryOf } from '~/domain/assignment/assignment-list.ts'
import {
  exportAssignments,
  listOwnAssignments,
} from '~/domain/assignment/list-assignments.server.ts'

useDatabase()

const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
const made: Record<'forAll' | 'teachers' | 'recommended', string> = {
  forAll: '',
  teachers: '',
  recommended: '',
}

beforeAll(async () => {
  await seedPlaces()
  holdClock(new Date('2026-11-21T10:00:00Z'))
  const first = { kind: 'module' as const, id: (await makeModule({ titleSv: 'Ögat' })).moduleId }
  const second = { kind: 'module' as const, id: (await makeModule({ titleSv: 'Alla' })).moduleId }
  const { organisationId } = await makeOrganisation({ name: 'Sandvikens kommun' })
  const there = [{ kind: 'organisation' as const, ref: organisationId }]
  const county = [{ kind: 'county' as const, ref: '21' }]
  made.forAll = await makeAssignmentTo(there, first, { actor: trainer, dueOn: '2027-03-01' })
  made.teachers = await makeAssignmentTo(there, second, {
    actor: trainer,
    dueOn: '2027-02-01',
    professionGroups: ['school'],
    repeatMonths: 24,
  })
  made.recommended = await makeAssignmentTo(county, first, {
    actor: trainer,
    dueOn: null,
    isMandatory: false,
    professionGroups: ['judiciary'],
  })
})
afterAll(() => holdClock(undefined))

const found = async (search: string) => {
  const { rows } = await listOwnAssignments(trainer, assignmentQueryOf(`/assignments${search}`))
  return rows.map(({ id }) => id)
}

test('the earliest due comes first, what has no day last, and either end or another order when asked', async () => {
  expect(await found('')).toEqual([made.teachers, made.forAll, made.recommended])
  expect((await found('?sort=-due')).slice(0, 2)).toEqual([made.forAll, made.teachers])
  expect((await found('?sort=target'))[0]).toBe(made.teachers)
})

test('words are looked for in what is to be done and in where', async () => {
  expect(await found('?search=ögat')).toEqual([made.forAll, made.recommended])
  expect(await found('?search=ögat+sandviken')).toEqual([made.forAll])
  expect(await found('?search=gävleborg')).toEqual([made.recommended])
})

test('what is for every group is for each of them', async () => {
  expect(await found('?group=school')).toEqual([made.teachers, made.forAll])
  expect(await found('?group=judiciary')).toEqual([made.forAll, made.recommended])
  expect(await found('?bound=recommended')).toEqual([made.recommended])
})

test('the file has what the list shows, in its order', async () => {
  const parts = exportAssignments(trainer, assignmentQueryOf('?sort=-due&bound=mandatory'))
  const lines = (await new Response(assignmentsCsv(parts)).text()).trimEnd().split('\r\n')
  expect(lines.slice(1)).toEqual([
    'Ögat;modul;Sandvikens kommun;alla yrkesgrupper;nej;;ja;2027-03-01;;;Sandvikens kommun;2026-11-21;2026-11-21',
    'Alla;modul;Sandvikens kommun;Förskola och skola;nej;;ja;2027-02-01;;24;Sandvikens kommun;2026-11-21;2026-11-21',
  ])
})

test('somebody who may assign nothing gets neither list nor file', async () => {
  const nobody = actorWith()
  const refused = { code: 'forbidden' }
  await expect(listOwnAssignments(nobody, assignmentQueryOf(''))).rejects.toMatchObject(refused)
  const parts = exportAssignments(nobody, assignmentQueryOf(''))
  await expect(parts.next()).rejects.toMatchObject(refused)
})
