import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grant } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { actorWith, makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  assignModule,
  chooseModule,
  listAssignments,
  withdrawAssignment,
} from './assignment.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const trainerIn = (countyCode: string) =>
  actorWith({ role: 'trainer', scope: { kind: 'county', countyCode } })
const managerOf = (organisationId: OrganisationId): Grant => ({
  role: 'manager',
  scope: { kind: 'organisation', organisationId },
})

const plain = { professionGroups: [], dueOn: '2026-12-31', message: null }

test("a trainer assigns in the county's organisations, and the trail and the event follow", async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const actor = trainerIn('21')
  const message = 'Före jul.'
  const id = await assignModule({ ...plain, actor, organisationId, moduleId, message })
  expect(await listAssignments(actor, organisationId)).toMatchObject([
    { id, moduleId, dueOn: '2026-12-31', message, assignedOn: '2026-11-21' },
  ])
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: id } })
  expect(trail).toMatchObject([
    { action: 'assignment.created', actorPersonId: actor.personId, organisationId },
  ])
  expect(JSON.stringify(trail)).not.toContain(message)
  const jobs = await prisma().$queryRaw<{ data: object }[]>`
    select data from pgboss.job where data->>'name' = 'assignment.created'`
  expect(jobs.map(({ data }) => data)).toContainEqual({
    name: 'assignment.created',
    payload: { assignmentId: id, organisationId, moduleId },
  })
})

test('a trainer in another county and a manager of another organisation are refused, and nothing is written', async () => {
  const { organisationId } = await makeOrganisation()
  const other = await makeOrganisation()
  const { moduleId } = await makeModule()
  const assignmentId = await makeAssignment(organisationId, moduleId)
  for (const actor of [trainerIn('05'), actorWith(managerOf(other.organisationId))]) {
    const refused = { code: 'forbidden', status: 403 }
    await expect(assignModule({ ...plain, actor, organisationId, moduleId })).rejects.toMatchObject(
      refused,
    )
    await expect(withdrawAssignment({ actor, organisationId, assignmentId })).rejects.toMatchObject(
      refused,
    )
    await expect(listAssignments(actor, organisationId)).rejects.toMatchObject(refused)
  }
  const kept = await prisma().assignment.findMany({ where: { organisationId } })
  expect(kept).toMatchObject([{ id: assignmentId, withdrawnAt: null }])
})

test('an assignment of one organisation is not taken back through another', async () => {
  const own = await makeOrganisation()
  const other = await makeOrganisation()
  const { moduleId } = await makeModule()
  const assignmentId = await makeAssignment(other.organisationId, moduleId)
  const actor = actorWith(managerOf(own.organisationId))
  await expect(
    withdrawAssignment({ actor, organisationId: own.organisationId, assignmentId }),
  ).rejects.toMatchObject({ status: 404 })
  const kept = await prisma().assignment.findUnique({ where: { id: assignmentId } })
  expect(kept?.withdrawnAt).toBeNull()
})

test('a resource centre assigns in its catchment, which may lie in another county', async () => {
  const { organisationId } = await makeOrganisation({ countyCode: '05', municipalityCode: '0580' })
  const elsewhere = await makeOrganisation({ countyCode: '05', municipalityCode: '0581' })
  const { moduleId } = await makeModule()
  const actor = actorWith({
    role: 'trainer',
    scope: {
      kind: 'catchment',
      organisationId: newId<OrganisationId>(),
      municipalityCodes: ['2180', '0580'],
    },
  })
  await assignModule({ ...plain, actor, organisationId, moduleId })
  await expect(
    assignModule({ ...plain, actor, organisationId: elsewhere.organisationId, moduleId }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('a passed day, a module that nobody can take and the same assignment again are refused', async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const draft = await makeModule({ status: 'draft' })
  const actor = actorWith(managerOf(organisationId))
  const assigning = (change: object) =>
    assignModule({ ...plain, actor, organisationId, moduleId, ...change })
  await expect(assigning({ dueOn: '2026-11-20' })).rejects.toMatchObject({
    code: 'assignment.day-passed',
    field: 'dueOn',
  })
  for (const unknown of [draft.moduleId, newId(), '']) {
    await expect(assigning({ moduleId: unknown })).rejects.toMatchObject({
      code: 'assignment.module-closed',
      field: 'moduleId',
    })
  }
  await assigning({ professionGroups: ['school', 'student'] })
  await expect(assigning({ professionGroups: ['student', 'school'] })).rejects.toMatchObject({
    code: 'assignment.exists',
  })
  await assigning({ professionGroups: ['school'] })
})

test('taken back, it is off the list; taken back again, nothing more happens', async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const actor = actorWith(managerOf(organisationId))
  const assignmentId = await makeAssignment(organisationId, moduleId)
  await withdrawAssignment({ actor, organisationId, assignmentId })
  await withdrawAssignment({ actor, organisationId, assignmentId })
  expect(await listAssignments(actor, organisationId)).toEqual([])
  const where = { subjectId: assignmentId, action: 'assignment.withdrawn' }
  expect(await prisma().auditEntry.count({ where })).toBe(1)
})

test('a page is about the module that its address names, else about the first one', async () => {
  const { slug } = await makeModule()
  await makeModule({ status: 'draft' })
  const { modules } = await chooseModule(null)
  expect((await chooseModule(slug)).module?.slug).toBe(slug)
  expect((await chooseModule('no-such-module')).module).toEqual(modules[0])
  expect(modules.every(({ published }) => published)).toBe(true)
})
