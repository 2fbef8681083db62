import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Grant } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'
import { actorWith, makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { declareHeadcount } from './headcount.server.ts'
import {
  applyHeadcounts,
  checkHeadcounts,
  headcountImportInReach,
  undoHeadcounts,
} from './headcount-import.server.ts'
import type { GivenHeadcount, HeadcountFileRow } from './headcount-import.ts'
import { readHeadcountImport, readRefusedHeadcounts } from './headcount-import-view.server.ts'
import { headcountWorkHandlers } from './headcount-work.server.ts'

useDatabase()

const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as Grant)
const trainer = () => actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })

const rowsOf = (...told: Partial<GivenHeadcount>[]): HeadcountFileRow[] =>
  told.map((change, index) => ({
    rowNumber: index + 2,
    given: {
      ...{ organisation: '', unit: '', group: 'school', headcount: '10', source: 'SCB' },
      ...{ asOf: '2026-01-31', ...change },
    },
  }))

interface Brought {
  actor: Actor
  importId: string
}

async function tried(
  actor: Actor,
  organisationId: string | null,
  rows: HeadcountFileRow[],
): Promise<Brought> {
  const brought = await received(actor, organisationId, rows)
  await work(brought)
  return brought
}

async function received(
  actor: Actor,
  organisationId: string | null,
  rows: HeadcountFileRow[],
): Promise<Brought> {
  const file = { name: 'antal.csv', sha256: 'x' }
  return { actor, importId: await checkHeadcounts({ actor, organisationId, file, rows }) }
}

async function work({ actor, importId }: Brought): Promise<void> {
  const { workId } = await prisma().headcountImport.findUniqueOrThrow({ where: { id: importId } })
  await workHandler(headcountWorkHandlers(() => Promise.resolve(actor)))({ workId: workId! })
}

async function applied(brought: Brought): Promise<Brought> {
  await applyHeadcounts(brought)
  await work(brought)
  return brought
}

async function undone(brought: Brought): Promise<void> {
  await undoHeadcounts(brought)
  await work(brought)
}

const importOf = ({ importId }: Brought) =>
  prisma().headcountImport.findUniqueOrThrow({ where: { id: importId } })
const numbers = () => prisma().headcount.findMany({ orderBy: { id: 'asc' } })

test('a file is tried without a change, applied whole, and the same file again changes nothing', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  await makeUnit(rootUnitId, { name: 'Skolan' })
  const actor = managerOf(organisationId)
  const before = await numbers()
  const rows = rowsOf({ unit: 'Skolan' }, { group: 'other', headcount: '3' }, { unit: 'Badhuset' })
  const first = await tried(actor, organisationId, rows)
  expect(await numbers()).toEqual(before)
  expect(await importOf(first)).toMatchObject({
    status: 'checked',
    counts: { new: 2, changed: 0, unchanged: 0, refused: 1 },
  })
  expect(await readRefusedHeadcounts(first)).toMatchObject([
    { rowNumber: 4, reason: 'unit-unknown', given: { unit: 'Badhuset' } },
  ])
  await applied(first)
  expect(await importOf(first)).toMatchObject({ status: 'applied' })
  expect(await numbers()).toHaveLength(before.length + 2)
  const again = await tried(actor, organisationId, rows)
  expect((await importOf(again)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  await expect(applyHeadcounts(again)).rejects.toMatchObject({ code: 'file.nothing-new' })
})

test('a file waits to be tried, and one that nobody may bring any more is told to have failed', async () => {
  const mine = await makeOrganisation()
  const other = await makeOrganisation()
  const actor = managerOf(mine.organisationId)
  const brought = await received(actor, mine.organisationId, rowsOf({}))
  expect(await readHeadcountImport(brought)).toMatchObject({
    isUnderWay: true,
    import: { status: 'checking' },
    work: { state: 'queued', total: 1 },
  })
  await expect(applyHeadcounts(brought)).rejects.toMatchObject({ code: 'file.busy' })
  await work({ ...brought, actor: managerOf(other.organisationId) })
  expect(await readHeadcountImport(brought)).toMatchObject({
    isUnderWay: false,
    import: { status: 'received' },
    work: { state: 'failed', failure: { code: 'forbidden' } },
  })
  await expect(applyHeadcounts(brought)).rejects.toMatchObject({ code: 'file.not-checked' })
})

test('any file twice is as once, and undone the numbers are as they were', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  await makeUnit(rootUnitId, { name: 'Skolan' })
  const actor = managerOf(organisationId)
  const row = fc.record({
    unit: fc.constantFrom('', 'Skolan', 'Badhuset'),
    group: fc.constantFrom('school', 'other', 'Polis', 'x'),
    headcount: fc.constantFrom('0', '7', '12', 'många'),
    asOf: fc.constantFrom('2025-01-31', '2025-06-30', '2026-01-31', '2099-01-01'),
    source: fc.constantFrom('SCB', 'Egen uppgift', 'Uppskattning'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (told) => {
      const before = await numbers()
      const first = await tried(actor, organisationId, rowsOf(...told))
      const { counts } = (await importOf(first)) as unknown as {
        counts: { new: number; changed: number }
      }
      const writes = counts.new + counts.changed
      if (writes === 0) return
      await applied(first)
      expect(await numbers()).toHaveLength(before.length + writes)
      const again = await importOf(await tried(actor, organisationId, rowsOf(...told)))
      expect(again.counts).toMatchObject({ new: 0, changed: 0 })
      // Every other file stays, so that the next ones meet numbers that are there.
      if (told.length % 2 === 0) return
      await undone(first)
      expect(await numbers()).toEqual(before)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('where something has changed since the check, nothing is written and the file is counted anew', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const brought = await tried(actor, organisationId, rowsOf({ headcount: '10' }))
  await declareHeadcount({
    actor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 9,
    asOf: '2026-01-01',
    source: 'own',
  })
  const before = await numbers()
  await applied(brought)
  expect(await importOf(brought)).toMatchObject({
    status: 'checked',
    isRecounted: true,
    counts: { new: 0, changed: 1 },
  })
  expect(await numbers()).toEqual(before)
})

test('what is told after the file stays when the file is undone', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const brought = await applied(await tried(actor, organisationId, rowsOf({})))
  const later = { unitId: rootUnitId, professionGroup: 'school', source: 'own' } as const
  await declareHeadcount({ actor, ...later, headcount: 11, asOf: '2026-02-01' })
  await undone(brought)
  const left = await prisma().headcount.findMany({ where: { unitId: rootUnitId } })
  expect(left.map(({ headcount }) => headcount)).toEqual([11])
})

test('a trainer tells of several organisations in the own county, and of no other', async () => {
  const own = await makeOrganisation({ name: 'Ockelbo prov' })
  const other = await makeOrganisation({ name: 'Hofors prov' })
  await makeOrganisation({ name: 'Kalix prov', countyCode: '25', municipalityCode: '2514' })
  const rows = rowsOf(
    { organisation: 'Ockelbo prov' },
    { organisation: 'Hofors prov' },
    { organisation: 'Kalix prov' },
    {},
  )
  const brought = await applied(await tried(trainer(), null, rows))
  const refused = await readRefusedHeadcounts(brought)
  expect(refused.map(({ reason }) => reason)).toEqual([
    'organisation-unknown',
    'organisation-missing',
  ])
  for (const { organisationId, rootUnitId } of [own, other]) {
    expect(await prisma().headcount.count({ where: { unitId: rootUnitId } })).toBe(1)
    const trail = { organisationId, action: 'headcount-import.declared' }
    expect(await prisma().auditEntry.count({ where: trail })).toBe(1)
  }
})

test("nobody reads another's file, and who has lost the role since applies nothing", async () => {
  const mine = await makeOrganisation()
  const other = await makeOrganisation()
  const brought = await tried(managerOf(mine.organisationId), mine.organisationId, rowsOf({}))
  const stranger = { ...brought, actor: managerOf(other.organisationId) }
  await expect(headcountImportInReach(stranger)).rejects.toMatchObject({ code: 'forbidden' })
  await applyHeadcounts(brought)
  await work(stranger)
  expect(await importOf(brought)).toMatchObject({ status: 'checked' })
  expect(await prisma().headcount.count({ where: { unitId: mine.rootUnitId } })).toBe(0)
})
