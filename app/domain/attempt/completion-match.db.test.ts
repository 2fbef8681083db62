import { expect, test } from 'vitest'
import { prisma } from '~/platform/db/database.server.ts'
import {
  checkRows,
  makeImportWorld,
  outcomesOf,
  rowOf,
} from '../../../tests/factories/completion-import.ts'
import { makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { applyImport, undoImport } from './completion-import.server.ts'

useDatabase()

test('people are known by a verified address or the number they have here, and by nothing else', async () => {
  const { organisationId, rootUnitId, module, actor, colleague } = await makeImportWorld()
  const elsewhere = await makeImportWorld()
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
  const tried = await checkRows(actor, organisationId, [
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
    'person-differs',
    'person-differs',
    'number-shared',
  ])
})

const numberOf = async (id: string) =>
  (await prisma().affiliation.findUniqueOrThrow({ where: { id } })).employerNumber

test('a number beside a fitting address is kept where the person has none, and forgotten by undo', async () => {
  const { organisationId, rootUnitId, module, actor, colleague } = await makeImportWorld()
  const elsewhere = await makeImportWorld()
  const fresh = await colleague()
  const other = await makeAffiliation(fresh.personId, { unitId: elsewhere.rootUnitId })
  const numbered = await colleague()
  await prisma().affiliation.update({
    where: { id: numbered.affiliationId },
    data: { employerNumber: '17' },
  })
  const second = await makeAffiliation(numbered.personId, { unitId: rootUnitId })
  const given = [
    rowOf(fresh.email, module.slug, { employerNumber: 'B-4' }),
    rowOf(numbered.email, module.slug, { employerNumber: '17' }),
    rowOf((await colleague()).email, module.slug, { employerNumber: 'x'.repeat(41) }),
  ]
  const tried = await checkRows(actor, organisationId, given)
  expect(await outcomesOf(tried)).toEqual(['new', 'new', 'new'])
  expect(await numberOf(fresh.affiliationId)).toBeNull()
  await applyImport(tried)
  expect(await numberOf(fresh.affiliationId)).toBe('B-4')
  expect([await numberOf(other), await numberOf(second)]).toEqual([null, null])
  const byNumber = rowOf('', module.slug, { employerNumber: 'b-4', day: '2025-01-31' })
  expect(await outcomesOf(await checkRows(actor, organisationId, [byNumber]))).toEqual(['new'])
  const trail = () =>
    prisma().auditEntry.findMany({
      where: { subjectId: tried.importId, action: { startsWith: 'affiliation.' } },
      orderBy: { id: 'asc' },
    })
  expect(JSON.stringify(await trail())).not.toContain('B-4')
  await undoImport(tried)
  expect(await numberOf(fresh.affiliationId)).toBeNull()
  expect(await numberOf(numbered.affiliationId)).toBe('17')
  expect((await trail()).map(({ action, detail }) => [action, detail])).toEqual([
    ['affiliation.numbered', { count: 1 }],
    ['affiliation.number-forgotten', { count: 1 }],
  ])
})
