import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeAssignment } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { holdClock } from '~/kernel/clock.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { tellWhoIsToKnow } from './tell-duties.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))
vi.stubEnv('LOG_LEVEL', 'silent')

useDatabase()
let place: MadeOrganisation
beforeAll(async () => {
  place = await makeOrganisation()
  const { moduleId } = await makeModule()
  holdClock(new Date('2026-09-04T08:00:00Z'))
  await makeAssignment(place.organisationId, moduleId)
})
afterEach(() => holdClock(undefined))

const mails = () => prisma().noticeMail.count()
async function somebody(): Promise<void> {
  const { personId } = await makePerson({ password: 'ett-langt-losenord' })
  await makeAffiliation(personId, { unitId: place.rootUnitId })
}

test('the day’s mails are made once, between seven and five Swedish time, on a working day', async () => {
  await somebody()
  // A Saturday; a Monday before seven and after five.
  for (const at of ['2026-09-05T10:00:00Z', '2026-09-07T04:59:00Z', '2026-09-07T15:00:00Z']) {
    holdClock(new Date(at))
    await tellWhoIsToKnow({})
    expect(await mails()).toBe(0)
  }
  holdClock(new Date('2026-09-07T05:00:00Z'))
  await tellWhoIsToKnow({})
  expect(await mails()).toBe(1)
  await somebody()
  await tellWhoIsToKnow({})
  expect(await mails()).toBe(1)
  holdClock(new Date('2026-09-08T05:00:00Z'))
  await tellWhoIsToKnow({})
  expect(await mails()).toBe(2)
})
