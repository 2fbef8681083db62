import { afterAll, beforeEach, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { addDays } from '~/kernel/dates.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeCourse, makeModule } from '../../../tests/factories/catalogue.ts'
import {
  checkRows,
  makeImportWorld,
  outcomesOf,
  rowOf,
} from '../../../tests/factories/completion-import.ts'
import { makeAffiliation } from '../../../tests/factories/identity.ts'
import { makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readImport } from './completion-import-view.server.ts'
import { completionWorkHandlers } from './completion-import-work.server.ts'
import { receiveCompletions } from './completion-check.server.ts'
import type { FileRow } from './completion-import.ts'
import {
  applyImport,
  forgetOldChecks,
  startApplying,
  startUndoing,
  undoImport,
} from './completion-import.server.ts'

useDatabase()

const noon = new Date('2026-11-21T11:00:00Z')
beforeEach(() => holdClock(noon))
afterAll(() => holdClock(undefined))
const later = (hours: number) => holdClock(new Date(noon.getTime() + hours * 3_600_000))

const importedOf = (personId: string) =>
  prisma().completion.findMany({
    where: { personId, source: 'import' },
    include: { affiliations: true },
    orderBy: { completedOn: 'asc' },
  })

test('a dry run tells what a file would do and adds nothing; applied, it adds just that', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const given = [rowOf(email, module.slug), rowOf(email, 'no-such-module')]
  const tried = await checkRows(actor, organisationId, given)
  expect(await outcomesOf(tried)).toEqual(['new', 'module-unknown'])
  expect(await importedOf(personId)).toEqual([])
  expect(await applyImport(tried)).toBe('applied')
  const [completion, ...others] = await importedOf(personId)
  expect(others).toEqual([])
  expect(completion).toMatchObject({
    moduleId: module.moduleId,
    moduleVersionId: null,
    attemptId: null,
    importId: tried.importId,
    evidence: 'Intyg, webbkurs',
    completedOn: new Date('2025-03-31'),
    // Noon in Sweden, which has gone over to summer time the day before.
    completedAt: new Date('2025-03-31T10:00:00Z'),
  })
})

test('an imported completion stands with the places where the person worked on its day', async () => {
  const { organisationId, rootUnitId, module, actor, colleague } = await makeImportWorld()
  const { email, personId, affiliationId } = await colleague({ professionGroup: 'school' })
  const claimed = await makeAffiliation(personId, { unitId: null, municipalityCode: '0680' })
  await makeAffiliation(personId, { unitId: rootUnitId, status: 'declined' })
  await makeAffiliation(personId, { unitId: rootUnitId, validTo: '2025-03-31' })
  await makeAffiliation(personId, { unitId: rootUnitId, validFrom: '2025-04-01' })
  await applyImport(await checkRows(actor, organisationId, [rowOf(email, module.slug)]))
  const [completion] = await importedOf(personId)
  expect(completion!.affiliations.map((place) => place.affiliationId).sort()).toEqual(
    [affiliationId, claimed].sort(),
  )
  expect(completion!.affiliations).toContainEqual(
    expect.objectContaining({ unitId: rootUnitId, professionGroup: 'school' }),
  )
})

test('the same file twice changes nothing', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  await applyImport(await checkRows(actor, organisationId, [rowOf(email, module.slug)]))
  const again = await checkRows(actor, organisationId, [rowOf(email, module.slug)])
  expect(await outcomesOf(again)).toEqual(['held'])
  await expect(applyImport(again)).rejects.toMatchObject({ code: 'earlier.nothing-new' })
  expect(await importedOf(personId)).toHaveLength(1)
})

test('what was played on the same day is held; an earlier and a later day are new', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  await makeCompletion(personId, module, '2025-03-31')
  const days = ['2025-03-31', '2025-03-30', '2025-04-01']
  const tried = await checkRows(
    actor,
    organisationId,
    days.map((day) => rowOf(email, module.slug, { day })),
  )
  expect(await outcomesOf(tried)).toEqual(['held', 'new', 'new'])
})

test('of files applied at once the others are told what the first has added, and undo takes no more', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const days = Array.from({ length: 500 }, (_, index) => addDays('2023-01-01', index))
  const given = days.map((day) => rowOf(email, module.slug, { day }))
  const files = []
  for (let index = 0; index < 3; index++) files.push(await checkRows(actor, organisationId, given))
  const answers = await Promise.all(files.map((file) => applyImport(file)))
  expect([...answers].sort()).toEqual(['applied', 'changed', 'changed'])
  const applied = files[answers.indexOf('applied')]!
  for (const other of files.filter((file) => file !== applied)) {
    expect((await readImport(other)).import).toMatchObject({ status: 'checked', held: 500 })
  }
  const imported = await importedOf(personId)
  expect(imported).toHaveLength(500)
  expect(new Set(imported.map(({ importId }) => importId))).toEqual(new Set([applied.importId]))
  await undoImport(applied)
  expect(await importedOf(personId)).toEqual([])
})

test('a name that has come to stand for another module is looked at again', async () => {
  const { organisationId, actor, colleague } = await makeImportWorld()
  const { email } = await colleague()
  const [one, two] = [await makeModule(), await makeModule()]
  const tried = await checkRows(actor, organisationId, [rowOf(email, one.slug)])
  const rename = (moduleId: string, slug: string) =>
    prisma().module.update({ where: { id: moduleId }, data: { slug } })
  await rename(one.moduleId, `${one.slug}-old`)
  await rename(two.moduleId, one.slug)
  expect(await applyImport(tried)).toBe('changed')
})

test('a file that names more completions than one transaction bears is refused', async () => {
  const { organisationId, actor, colleague } = await makeImportWorld()
  const { email } = await colleague()
  const slug = 'mycket'
  const courseId = await makeCourse({ slug })
  for (let index = 0; index < 3; index++) await makeModule({ courseId })
  const given = (rowsOfCourse: number) =>
    Array.from({ length: rowsOfCourse }, () => rowOf(email, slug))
  await expect(checkRows(actor, organisationId, given(13_334))).rejects.toMatchObject({
    code: 'earlier.too-many-completions',
    detail: { limit: 40_000 },
    field: 'file',
  })
  await checkRows(actor, organisationId, given(13_333))
})

test('a course gives all its modules that have been published', async () => {
  const { organisationId, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const slug = 'hela-kursen'
  const courseId = await makeCourse({ slug })
  const parts = [await makeModule({ courseId }), await makeModule({ courseId })]
  await makeModule({ courseId, status: 'draft' })
  const tried = await checkRows(actor, organisationId, [rowOf(email, slug)])
  await applyImport(tried)
  expect((await importedOf(personId)).map(({ moduleId }) => moduleId).sort()).toEqual(
    parts.map(({ moduleId }) => moduleId).sort(),
  )
})

test('a row with a personal number leaves no trace but its number', async () => {
  const { organisationId, actor } = await makeImportWorld()
  const tried = await checkRows(actor, organisationId, [
    { rowNumber: 2, withheld: 'personal-number' },
  ])
  const [row] = await prisma().completionImportRow.findMany({
    where: { importId: tried.importId },
  })
  expect(row).toMatchObject({ outcome: 'refused', reason: 'personal-number', given: null })
  expect(row).toMatchObject({ personId: null, evidence: null })
})

test('what has changed since the check is counted anew, and nothing is added until it is looked at', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const stays = await colleague()
  const leaves = await colleague()
  const given = [rowOf(stays.email, module.slug), rowOf(leaves.email, module.slug)]
  const tried = await checkRows(actor, organisationId, given)
  await prisma().affiliation.update({
    where: { id: leaves.affiliationId },
    data: { status: 'declined' },
  })
  expect(await applyImport(tried)).toBe('changed')
  expect(await importedOf(stays.personId)).toEqual([])
  expect(await outcomesOf(tried)).toEqual(['new', 'person-unknown'])
  expect(await applyImport(tried)).toBe('applied')
  expect(await importedOf(stays.personId)).toHaveLength(1)
  expect(await importedOf(leaves.personId)).toEqual([])
})

test('what the file told of people is kept until it is applied, or for a day', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email } = await colleague()
  const kept = async ({ importId }: { importId: string }) =>
    JSON.stringify(await prisma().completionImportRow.findMany({ where: { importId } }))
  const applied = await checkRows(actor, organisationId, [
    rowOf(email, module.slug),
    rowOf('ingen@exempel.se', module.slug),
  ])
  expect(await kept(applied)).toContain(email)
  await applyImport(applied)
  expect(await kept(applied)).not.toMatch(/@/)
  const tried = await checkRows(actor, organisationId, [rowOf(email, 'x')])
  later(23)
  await forgetOldChecks()
  expect(await kept(tried)).toContain(email)
  later(25)
  const asShown = { applyUntil: null, import: { status: 'checked' } }
  expect(await readImport(tried)).toMatchObject(asShown)
  await expect(applyImport(tried)).rejects.toMatchObject({ code: 'earlier.check-too-old' })
  expect(await forgetOldChecks()).toBeGreaterThan(0)
  await expect(readImport(tried)).rejects.toMatchObject({ status: 404 })
  expect(await readImport(applied)).toMatchObject({ import: { status: 'applied', new: 1 } })
})

test('undo takes back exactly what the import added, for a day', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const other = await checkRows(actor, organisationId, [
    rowOf(email, module.slug, { day: '2025-01-31' }),
  ])
  await applyImport(other)
  await makeCompletion(personId, module, '2025-04-01')
  const tried = await checkRows(actor, organisationId, [rowOf(email, module.slug)])
  await applyImport(tried)
  later(23)
  await undoImport(tried)
  const left = await prisma().completion.findMany({ where: { personId } })
  expect(left.map(({ importId }) => importId).sort()).toEqual([null, other.importId].sort())
  const placed = await prisma().completionAffiliation.count({
    where: { completion: { personId } },
  })
  expect(placed).toBe(2)
  await expect(undoImport(tried)).rejects.toMatchObject({ code: 'earlier.not-applied' })
  await expect(applyImport(tried)).rejects.toMatchObject({ code: 'earlier.not-checked' })
  later(25)
  await expect(undoImport(other)).rejects.toMatchObject({ code: 'earlier.undo-too-late' })
})

test('the trail tells of each step, with numbers and without names, and one event of the whole', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const people = [await colleague(), await colleague()]
  const tried = await checkRows(
    actor,
    organisationId,
    people.map(({ email }) => rowOf(email, module.slug)),
  )
  await applyImport(tried)
  await undoImport(tried)
  const trail = await prisma().auditEntry.findMany({
    where: { subjectId: tried.importId },
    orderBy: { id: 'asc' },
  })
  expect(trail.map(({ action, detail }) => [action, detail])).toEqual([
    ['completion-import.checked', { rows: 2 }],
    ['completion.imported', { count: 2 }],
    ['completion-import.undone', { count: 2 }],
  ])
  expect(new Set(trail.map((line) => line.organisationId))).toEqual(new Set([organisationId]))
  const events = await rows<{ payload: object }>(sql`
    select data -> 'payload' as payload from pgboss.job
     where name = 'event' and data ->> 'name' = 'completions.imported'
       and data -> 'payload' ->> 'importId' = ${tried.importId}`)
  expect(events).toEqual([{ payload: { importId: tried.importId, organisationId, count: 2 } }])
})

test('as much as a file may tell is tried, applied and undone within the time of a transaction', async () => {
  const { organisationId, actor, rootUnitId } = await makeImportWorld()
  const slug = 'hela-landets'
  const courseId = await makeCourse({ slug })
  await makeModule({ courseId })
  await makeModule({ courseId })
  const unit = await makeUnit(rootUnitId)
  const emails = await rows<{ email: string }>(sql`
    with made as (
      insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
      select gen_random_uuid(), 'Kim', 'Prov', 'stor' || n || '@exempel.se', now(), now()
        from generate_series(1, 4000) as n returning id, email),
    placed as (
      insert into affiliation (id, person_id, unit_id, profession_group, valid_from, status)
      select gen_random_uuid(), id, ${unit}::uuid, 'school', '2020-01-01', 'confirmed' from made)
    select email from made`)
  const days = ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04', '2025-01-05']
  const given = emails.flatMap(({ email }) => days.map((day) => rowOf(email, slug, { day })))
  const began = performance.now()
  const tried = await checkRows(actor, organisationId, given)
  await applyImport(tried)
  expect((await readImport(tried)).import).toMatchObject({ new: 20_000, completions: 40_000 })
  await undoImport(tried)
  expect(performance.now() - began).toBeLessThan(60_000)
})

/** Does the newest work with an import as a worker would. */
async function workOn(importId: string): Promise<void> {
  const asked = await prisma().longWork.findFirstOrThrow({
    where: { subjectId: importId, state: 'queued' },
  })
  await workHandler(completionWorkHandlers)({ workId: asked.id })
}

test('a file is added and undone by a job, all of it or nothing, and begun twice it is done once', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const tried = await checkRows(actor, organisationId, [rowOf(email, module.slug)])
  await startApplying(tried)
  expect(await readImport(tried)).toMatchObject({
    isUnderWay: true,
    import: { status: 'applying' },
    work: { state: 'queued' },
  })
  await expect(startApplying(tried)).rejects.toMatchObject({ code: 'file.busy' })
  expect(await importedOf(personId)).toEqual([])
  await workOn(tried.importId)
  expect(await importedOf(personId)).toHaveLength(1)
  expect(await applyImport(tried, { isInHand: true })).toBe('done-already')
  expect(await readImport(tried)).toMatchObject({
    isUnderWay: false,
    import: { status: 'applied' },
  })
  await startUndoing(tried)
  await workOn(tried.importId)
  expect(await importedOf(personId)).toEqual([])
  expect((await readImport(tried)).import.status).toBe('undone')
})

test('a file is tried by a job; one that tells of too much is left untried, and says why', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email } = await colleague()
  const send = (rows: FileRow[]) =>
    receiveCompletions({ actor, organisationId, file: { name: 'fil.csv', sha256: 'ab' }, rows })
  const importId = await send([
    rowOf(email, module.slug),
    { rowNumber: 3, withheld: 'personal-number' },
  ])
  const asked = { actor, organisationId, importId }
  expect(await readImport(asked)).toMatchObject({
    isUnderWay: true,
    import: { status: 'checking', new: 0, refused: 0 },
  })
  await expect(startApplying(asked)).rejects.toMatchObject({ code: 'file.busy' })
  await workOn(importId)
  expect(await readImport(asked)).toMatchObject({
    isUnderWay: false,
    import: { status: 'checked', new: 1, refused: 1 },
    work: null,
  })
  const slug = 'tre-moduler'
  const courseId = await makeCourse({ slug })
  for (let index = 0; index < 3; index++) await makeModule({ courseId })
  const tooMany = Array.from({ length: 13_400 }, (_, at) =>
    rowOf(email, slug, { rowNumber: at + 2 }),
  )
  const untried = { ...asked, importId: await send(tooMany) }
  await workOn(untried.importId)
  expect(await readImport(untried)).toMatchObject({
    isUnderWay: false,
    import: { status: 'received' },
    applyUntil: null,
    work: { state: 'failed', failure: { code: 'earlier.too-many-completions' } },
  })
  await expect(startApplying(untried)).rejects.toMatchObject({ code: 'earlier.not-checked' })
})

test('a job that finds something changed adds nothing, and says so', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email, personId } = await colleague()
  const first = await checkRows(actor, organisationId, [rowOf(email, module.slug)])
  const second = await checkRows(actor, organisationId, [rowOf(email, module.slug)])
  await startApplying(second)
  await applyImport(first)
  await workOn(second.importId)
  expect(await readImport(second)).toMatchObject({
    import: { status: 'checked', new: 0, held: 1 },
    work: { state: 'failed', failure: { code: 'earlier.changed' } },
  })
  expect(await importedOf(personId)).toHaveLength(1)
})
