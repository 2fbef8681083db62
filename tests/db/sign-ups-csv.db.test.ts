import { beforeAll, expect, test } from 'vitest'
import { exportSignUps } from '~/domain/activity/sign-up-list.server.ts'
import { signUpsCsv } from '~/exchange/exports/sign-ups-csv.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity, openSignUp, signUpUnnamed } from '../factories/activity.ts'
import { makeActor } from '../factories/identity.ts'
import { makeOrganisation } from '../factories/organisation.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

let activityId: string
beforeAll(async () => {
  const { organisationId } = await makeOrganisation()
  activityId = (await makeActivity({ organiserId: organisationId })).activityId
  await openSignUp(activityId)
  const [first, second] = [await signUpUnnamed(activityId), await signUpUnnamed(activityId)]
  await prisma().signUp.update({ where: { id: first }, data: { name: '=HYPERLINK("x")' } })
  await prisma().signUp.update({ where: { id: second }, data: { state: 'waiting', name: 'Åsa' } })
})

test('the leader’s list is a file in the order of the line, in which nothing runs as a formula', async () => {
  const trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
  const text = await new Response(signUpsCsv(await exportSignUps(trainer, activityId))).text()
  const [heads, first, second, end] = text.replace('\uFEFF', '').split('\r\n')
  expect(heads).toBe(
    'namn;epost;yrkesgrupp;organisation;kommun;lage;anmald;avanmald;tillfallen_pa_plats',
  )
  expect(first).toMatch(
    /^"'=HYPERLINK\(""x""\)";[^;]+@exempel\.se;Förskola och skola;;;Har en plats;/,
  )
  expect(second).toMatch(/^Åsa;.*;Väntar;/)
  expect(end).toBe('')
  const trail = await prisma().auditEntry.findMany({ where: { action: 'sign-ups.exported' } })
  expect(trail).toMatchObject([{ subjectId: activityId, actorPersonId: trainer.personId }])
})

test('nobody else’s leader takes it home', async () => {
  const other = await makeActor('trainer', { kind: 'county', ref: '06' })
  await expect(exportSignUps(other, activityId)).rejects.toThrow('forbidden')
})
