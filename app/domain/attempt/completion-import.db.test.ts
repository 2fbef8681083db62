import { afterAll, beforeEach, expect, test } from 'vitest'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeCourse, makeModule } from '../../../tests/factories/catalogue.ts'
import { makeActor, makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { actorWith, makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readImport, readRefusedRows } from './completion-import-view.server.ts'
import {
  applyImport,
  checkCompletions,
  forgetOldChecks,
  undoImport,
} from './completion-import.server.ts'
import type { FileRow, GivenRow } from './completion-import.ts'

useDatabase()

const noon = new Date('2026-11-21T11:00:00Z')
beforeEach(() => holdClock(noon))
afterAll(() => holdClock(undefined))
const later = (hours: number) => holdClock(new Date(noon.getTime() + hours * 3_600_000))

/** An organisation with a manager, and a module that has been published. */
async function world() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const made = await makeModule()
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  const colleague = async (values: Partial<Parameters<typeof makeAffiliation>[1]> = {}) => {
    const person = await makePerson()
    const affiliationId = await makeAffiliation(person.personId, {
      unitId: rootUnitId,
      status: 'confirmed',
      ...values,
    })
    return { ...person, affiliationId }
  }
  return { organisationId, rootUnitId, module: made, actor, colleague }
}

const rowOf = (email: string, slug: string, change: Partial<GivenRow> = {}): GivenRow => ({
  rowNumber: 2,
  email,
  employerNumber: '',
  module: slug,
  day: '2025-03-31',
  evidence: 'Intyg, webbkurs',
  ...change,
})

let files = 0
async function check(actor: PersonActor, organisationId: OrganisationId, given: FileRow[]) {
  const numbered = given.map((row, index) => ({ ...row, rowNumber: index + 2 }))
  const file = { name: 'fil.csv', sha256: String(++files) }
  const importId = await checkCompletions({ actor, organisationId, file, rows: numbered })
  return { actor, organisationId, importId }
}

const outcomesOf = async ({ importId }: { importId: string }) => {
  const kept = await prisma().completionImportRow.findMany({
    where: { importId },
    orderBy: { rowNumber: 'asc' },
  })
  return kept.map(({ outcome, reason }) => reason ?? outcome)
}

const importedOf = (personId: string) =>
  prisma().completion.findMany({
    where: { personId, source: 'import' },
    include: { affiliations: true },
    orderBy: { completedOn: 'asc' },
  })

test('a dry run tells what a file would do and adds nothing; applied, it adds just that', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const { email, personId } = await colleague()
  const given = [rowOf(email, module.slug), rowOf(email, 'no-such-module')]
  const tried = await check(actor, organisationId, given)
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
  const { organisationId, rootUnitId, module, actor, colleague } = await world()
  const { email, personId, affiliationId } = await colleague({ professionGroup: 'school' })
  const claimed = await makeAffiliation(personId, { unitId: null, municipalityCode: '0680' })
  await makeAffiliation(personId, { unitId: rootUnitId, status: 'declined' })
  await makeAffiliation(personId, { unitId: rootUnitId, validTo: '2025-03-31' })
  await makeAffiliation(personId, { unitId: rootUnitId, validFrom: '2025-04-01' })
  await applyImport(await check(actor, organisationId, [rowOf(email, module.slug)]))
  const [completion] = await importedOf(personId)
  expect(completion!.affiliations.map((place) => place.affiliationId).sort()).toEqual(
    [affiliationId, claimed].sort(),
  )
  expect(completion!.affiliations).toContainEqual(
    expect.objectContaining({ unitId: rootUnitId, professionGroup: 'school' }),
  )
})

test('the same file twice changes nothing', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const { email, personId } = await colleague()
  await applyImport(await check(actor, organisationId, [rowOf(email, module.slug)]))
  const again = await check(actor, organisationId, [rowOf(email, module.slug)])
  expect(await outcomesOf(again)).toEqual(['held'])
  await expect(applyImport(again)).rejects.toMatchObject({ code: 'earlier.nothing-new' })
  expect(await importedOf(personId)).toHaveLength(1)
})

test('what was played on the same day is held; an earlier and a later day are new', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const { email, personId } = await colleague()
  await makeCompletion(personId, module, '2025-03-31')
  const days = ['2025-03-31', '2025-03-30', '2025-04-01']
  const tried = await check(
    actor,
    organisationId,
    days.map((day) => rowOf(email, module.slug, { day })),
  )
  expect(await outcomesOf(tried)).toEqual(['held', 'new', 'new'])
})

test('people are known by a verified address or the number they have here, and by nothing else', async () => {
  const { organisationId, rootUnitId, module, actor, colleague } = await world()
  const elsewhere = await world()
  const claimed = await colleague({ status: 'claimed' })
  const declined = await colleague({ status: 'declined' })
  const formerly = await colleague({ validTo: '2025-06-30' })
  const left = await colleague({ validTo: '2025-03-31' })
  const stranger = await elsewhere.colleague()
  const unverified = await makePerson({ confirmed: false })
  await makeAffiliation(unverified.personId, { unitId: rootUnitId, status: 'confirmed' })
  const numbered = await colleague()
  const theirs = await elsewhere.colleague()
  const number = (employerNumber: string, ...affiliations: { affiliationId: string }[]) =>
    prisma().affiliation.updateMany({
      where: { id: { in: affiliations.map(({ affiliationId }) => affiliationId) } },
      data: { employerNumber },
    })
  await number('A-17', numbered, theirs)
  await number('B-1', await colleague(), await colleague())
  const by = (email: string, employerNumber = '') =>
    rowOf(email, module.slug, { email, employerNumber })
  const tried = await check(actor, organisationId, [
    by(claimed.email),
    by(declined.email),
    by(formerly.email),
    by(left.email),
    by(stranger.email),
    by('ingen@exempel.se'),
    by(unverified.email),
    by('', 'a-17'),
    by('ingen@exempel.se', 'A-17'),
    by(claimed.email, 'A-17'),
    by('', 'B-1'),
  ])
  expect(await outcomesOf(tried)).toEqual([
    'new',
    'person-unknown',
    'new',
    'person-unknown',
    'person-unknown',
    'person-unknown',
    'person-unknown',
    'new',
    'held',
    'person-differs',
    'person-differs',
  ])
})

test('a course gives all its modules that have been published', async () => {
  const { organisationId, actor, colleague } = await world()
  const { email, personId } = await colleague()
  const slug = 'hela-kursen'
  const courseId = await makeCourse({ slug })
  const parts = [await makeModule({ courseId }), await makeModule({ courseId })]
  await makeModule({ courseId, status: 'draft' })
  const tried = await check(actor, organisationId, [rowOf(email, slug)])
  await applyImport(tried)
  expect((await importedOf(personId)).map(({ moduleId }) => moduleId).sort()).toEqual(
    parts.map(({ moduleId }) => moduleId).sort(),
  )
})

test('a row with a personal number leaves no trace but its number', async () => {
  const { organisationId, actor } = await world()
  const tried = await check(actor, organisationId, [{ rowNumber: 2, withheld: 'personal-number' }])
  const [row] = await prisma().completionImportRow.findMany({
    where: { importId: tried.importId },
  })
  expect(row).toMatchObject({ outcome: 'refused', reason: 'personal-number', given: null })
  expect(row).toMatchObject({ personId: null, evidence: null })
})

test('what has changed since the check is counted anew, and nothing is added until it is looked at', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const stays = await colleague()
  const leaves = await colleague()
  const given = [rowOf(stays.email, module.slug), rowOf(leaves.email, module.slug)]
  const tried = await check(actor, organisationId, given)
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
  const { organisationId, module, actor, colleague } = await world()
  const { email } = await colleague()
  const kept = async ({ importId }: { importId: string }) =>
    JSON.stringify(await prisma().completionImportRow.findMany({ where: { importId } }))
  const applied = await check(actor, organisationId, [
    rowOf(email, module.slug),
    rowOf('ingen@exempel.se', module.slug),
  ])
  expect(await kept(applied)).toContain(email)
  await applyImport(applied)
  expect(await kept(applied)).not.toMatch(/@/)
  const tried = await check(actor, organisationId, [rowOf(email, 'x')])
  later(23)
  await forgetOldChecks()
  expect(await kept(tried)).toContain(email)
  later(25)
  await expect(applyImport(tried)).rejects.toMatchObject({ code: 'earlier.check-too-old' })
  expect(await forgetOldChecks()).toBeGreaterThan(0)
  await expect(readImport(tried)).rejects.toMatchObject({ status: 404 })
  expect(await readImport(applied)).toMatchObject({ import: { status: 'applied', new: 1 } })
})

test('undo takes back exactly what the import added, for a day', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const { email, personId } = await colleague()
  const other = await check(actor, organisationId, [
    rowOf(email, module.slug, { day: '2025-01-31' }),
  ])
  await applyImport(other)
  await makeCompletion(personId, module, '2025-04-01')
  const tried = await check(actor, organisationId, [rowOf(email, module.slug)])
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
  const { organisationId, module, actor, colleague } = await world()
  const people = [await colleague(), await colleague()]
  const tried = await check(
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

test('only the own organisation, and the nation without the names that others have brought', async () => {
  const { organisationId, module, actor, colleague } = await world()
  const { email } = await colleague()
  const given = [rowOf(email, module.slug), rowOf('ingen@exempel.se', 'x')]
  const tried = await check(actor, organisationId, given)
  const stranger = (await world()).actor
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  for (const other of [stranger, trainer, actorWith()]) {
    const asked = { ...tried, actor: other }
    await expect(readImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(applyImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(undoImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(check(other, organisationId, given)).rejects.toMatchObject({ status: 403 })
  }
  const foreign = { ...tried, organisationId: (await world()).organisationId, actor: systemActor }
  await expect(readImport(foreign)).rejects.toMatchObject({ status: 404 })
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const seen = await readImport({ ...tried, actor: coordinator })
  const file = await readRefusedRows({ ...tried, actor: coordinator })
  expect(seen.import).toMatchObject({ new: 1, refused: 1 })
  expect(JSON.stringify([seen, file])).not.toMatch(/@/)
  expect(JSON.stringify(await readImport(tried))).toContain(email)
  const own = await check(coordinator, organisationId, given)
  expect(JSON.stringify(await readImport(own))).toContain(email)
})

test('twenty thousand rows are tried, applied and undone within the time of a transaction', async () => {
  const { organisationId, module, actor, rootUnitId } = await world()
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
  const given = emails.flatMap(({ email }) => days.map((day) => rowOf(email, module.slug, { day })))
  const began = performance.now()
  const tried = await check(actor, organisationId, given)
  await applyImport(tried)
  expect((await readImport(tried)).import).toMatchObject({ new: 20_000, completions: 20_000 })
  await undoImport(tried)
  expect(performance.now() - began).toBeLessThan(60_000)
})
