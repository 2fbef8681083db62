import { expect, test } from 'vitest'
import { makeActor, makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { decideAffiliation } from './decide-claims.server.ts'

useDatabase()

test('who confirms corrects what the person is there, and what is confirmed is not rewritten', async () => {
  const { organisationId, rootUnitId: unitId } = await makeOrganisation()
  const manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  const { personId } = await makePerson()
  const affiliationId = await makeAffiliation(personId, { unitId })
  const told = { actor: manager, affiliationId, decision: 'confirmed' } as const
  const affiliation = () => prisma().affiliation.findUniqueOrThrow({ where: { id: affiliationId } })
  await decideAffiliation({ ...told, kind: 'volunteer', professionGroup: 'civil-society' })
  const corrected = { kind: 'volunteer', professionGroup: 'civil-society', status: 'confirmed' }
  expect(await affiliation()).toMatchObject(corrected)
  await decideAffiliation({ ...told, kind: 'employed', professionGroup: 'school' })
  expect(await affiliation()).toMatchObject(corrected)
  const [line] = await prisma().auditEntry.findMany({
    where: { action: 'affiliation.corrected-when-confirmed', subjectId: affiliationId },
  })
  expect(line?.detail).toMatchObject({ kind: 'volunteer', professionGroup: 'civil-society' })
})
