import { beforeAll, expect, test } from 'vitest'
import { prisma } from '~/platform/db/database.server.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { makeActivity, registerAt } from '../../../tests/factories/activity.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { takeAttendanceCertificate, verifyAttendance } from './attendance-certificate.server.ts'

useDatabase()

let organiserId: string

beforeAll(async () => {
  organiserId = (await makeOrganisation()).organisationId
})

async function someoneAt(sessionIds: string[]) {
  const { personId, email } = await makePerson()
  for (const id of sessionIds) await registerAt(id, email)
  return actingAs(personId)
}

test('the certificate says the sessions that the person was at and their hours, under a code that stays', async () => {
  const days = [addDays(today(), -9), addDays(today(), -2)]
  const given = { organiserId, status: 'held' as const, days, startsAt: 540, endsAt: 660 }
  const { activityId, sessions } = await makeActivity(given)
  const person = await someoneAt(sessions.map(({ id }) => id))
  const half = await someoneAt([sessions[0]!.id])
  const taken = await takeAttendanceCertificate(person, activityId)
  expect(taken).toMatchObject({ hours: 4, sessions: [{ heldOn: days[0] }, { heldOn: days[1] }] })
  expect((await takeAttendanceCertificate(person, activityId)).code).toBe(taken.code)
  expect(await takeAttendanceCertificate(half, activityId)).toMatchObject({ hours: 2 })
})

test('whoever has the code sees what was attended, and not by whom', async () => {
  const { activityId, sessionId } = await makeActivity({ organiserId, status: 'held' })
  const person = await someoneAt([sessionId])
  const { code } = await takeAttendanceCertificate(person, activityId)
  const seen = await verifyAttendance(code.toLowerCase().replaceAll('-', ' '))
  expect(seen).toMatchObject({ activityId, code })
  expect(JSON.stringify(seen)).not.toContain(person.familyName)
  await prisma().attendance.updateMany({ where: { sessionId }, data: { endedAt: new Date() } })
  expect(await verifyAttendance(code)).toBeNull()
  expect(await verifyAttendance('AAAA-AAAA-AAAA-AAAA')).toBeNull()
})

test('there is none for who was not there, nor before it is said that it was held', async () => {
  const held = await makeActivity({ organiserId, status: 'held' })
  const planned = await makeActivity({ organiserId })
  const person = await someoneAt([planned.sessionId])
  for (const { activityId } of [held, planned]) {
    await expect(takeAttendanceCertificate(person, activityId)).rejects.toThrow('forbidden')
  }
})
