import { beforeAll, describe, expect, test } from 'vitest'
import { withdrawAssignment } from '~/domain/assignment/assignment.server.ts'
import { issueCertificates } from '~/domain/credential/issue-certificates.server.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { addDays, dateOf, today } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { completeTrack, makeTrack } from '../../../tests/factories/credential.ts'
import { actingAs, makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import {
  makeOrganisation,
  makeUnit,
  type MadeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readLearnerHome, readLearnerModule } from './learner-standing.server.ts'

useDatabase()

let organisation: MadeOrganisation
let module: MadeModule
beforeAll(async () => {
  organisation = await makeOrganisation({ name: 'Prov kommun' })
  module = await makeModule()
  await makeAssignment(organisation.organisationId, module.moduleId, {
    professionGroups: ['social-services'],
    message: 'Inför hösten.',
  })
})

type Place = Partial<Parameters<typeof makeAffiliation>[1]>

async function worker(place: Place = {}): Promise<PersonActor> {
  const { personId } = await makePerson()
  await makeAffiliation(personId, { unitId: organisation.rootUnitId, ...place })
  return actingAs(personId)
}
const nextOf = async (actor: PersonActor) => (await readLearnerHome(actor, today())).next

describe('an assignment applies to', () => {
  test('whoever works in the organisation, in whichever unit, claimed or confirmed', async () => {
    const unitId = await makeUnit(organisation.rootUnitId)
    for (const place of [{}, { unitId }, { status: 'confirmed' as const }]) {
      expect(await nextOf(await worker(place))).toMatchObject({
        slug: module.slug,
        standing: 'assigned',
        assignedBy: { kind: 'organisation', name: 'Prov kommun' },
        message: 'Inför hösten.',
        dueOn: addDays(today(), 30),
        isOpen: true,
        isBegun: false,
      })
    }
  })

  test.each([
    ['of another profession group', { professionGroup: 'school' }],
    ['whose claim was declined', { status: 'declined' }],
    ['whose workplace has ended', { validTo: today() }],
    ['who begins tomorrow', { validFrom: addDays(today(), 1) }],
    ['whose workplace is not in the register', { unitId: null }],
  ] as [string, Place][])('nobody %s', async (_, place) => {
    expect(await nextOf(await worker(place))).toBeNull()
  })

  test('nobody in another organisation', async () => {
    const { rootUnitId } = await makeOrganisation()
    expect(await nextOf(await worker({ unitId: rootUnitId }))).toBeNull()
  })

  test('those of a unit where it hangs today, not where it hung before', async () => {
    const unitId = await makeUnit(organisation.rootUnitId)
    const elsewhere = await makeOrganisation()
    const actor = await worker({ unitId })
    const moved = addDays(today(), -1)
    const [placement] = await prisma().unitPlacement.findMany({ where: { unitId } })
    await prisma().unitPlacement.update({
      where: { id: placement!.id },
      data: { validTo: dateOf(moved) },
    })
    await prisma().unitPlacement.create({
      data: {
        ...placement!,
        id: crypto.randomUUID(),
        organisationId: elsewhere.organisationId,
        parentUnitId: elsewhere.rootUnitId,
        validFrom: dateOf(moved),
      },
    })
    expect(await nextOf(actor)).toBeNull()
  })

  test('nobody after it has been withdrawn', async () => {
    const { organisationId, rootUnitId: unitId } = await makeOrganisation()
    const assignmentId = await makeAssignment(organisationId, module.moduleId)
    const actor = await worker({ unitId })
    expect(await nextOf(actor)).not.toBeNull()
    await withdrawAssignment({ actor: systemActor, assignmentId })
    expect(await nextOf(actor)).toBeNull()
  })
})

describe("a learner's home", () => {
  test('of two assignments of one module tells the one that is due first', async () => {
    const { organisationId, rootUnitId: unitId } = await makeOrganisation({ name: 'Andra kommun' })
    await makeAssignment(organisationId, module.moduleId, { dueOn: addDays(today(), 10) })
    const actor = await worker()
    await makeAffiliation(actor.personId, { unitId })
    const home = await readLearnerHome(actor, today())
    expect(home.next).toMatchObject({
      assignedBy: { name: 'Andra kommun' },
      dueOn: addDays(today(), 10),
    })
    expect(home.rest).toEqual([])
  })

  test('tells when an assignment is late', async () => {
    const actor = await worker()
    const home = await readLearnerHome(actor, addDays(today(), 31))
    expect(home.next).toMatchObject({ standing: 'late' })
  })

  test('shows what was begun freely, and what is done', async () => {
    const actor = await actingAs((await makePerson()).personId)
    const [begun, done] = [await makeModule(), await makeModule()]
    await makeAttempt(actor.personId, begun)
    await makeCompletion(actor.personId, done, '2026-01-15')
    const home = await readLearnerHome(actor, today())
    expect(home.next).toMatchObject({ slug: begun.slug, standing: 'begun', assignedBy: null })
    expect(home.done).toMatchObject([{ slug: done.slug, completedOn: '2026-01-15' }])
  })

  test('does not ask for what is done already', async () => {
    const actor = await worker()
    await makeCompletion(actor.personId, module, '2026-01-15')
    const home = await readLearnerHome(actor, today())
    expect(home.next).toBeNull()
    expect(home.done).toHaveLength(1)
  })

  test("knows nothing of anybody else's modules", async () => {
    const [actor, other] = [await worker(), await worker()]
    await makeAttempt(other.personId, await makeModule())
    await makeCompletion(other.personId, await makeModule(), '2026-01-15')
    const home = await readLearnerHome(actor, today())
    expect([home.next?.moduleId, home.rest, home.done]).toEqual([module.moduleId, [], []])
  })
})

describe("a home's certificates", () => {
  const day = '2026-11-23'

  async function certified(personId: PersonActor['personId'], earnedOn: string) {
    const track = await makeTrack()
    await completeTrack(personId, track, earnedOn)
    await issueCertificates([personId])
    const { id } = await prisma().certificate.findFirstOrThrow({
      where: { personId, trackId: track.trackId },
    })
    return id
  }
  const revoke = (id: string, revokedFor: 'replaced' | 'mistaken') =>
    prisma().certificate.update({
      where: { id },
      data: { revokedAt: new Date('2026-11-01T12:00:00Z'), revokedFor },
    })

  test('are the valid ones first, the newest first, and never one that another stands for', async () => {
    const actor = await actingAs((await makePerson()).personId)
    const of = (earnedOn: string) => certified(actor.personId, earnedOn)
    const [ended, older, newer] = [await of('2024-01-10'), await of('2025-06-01'), await of(day)]
    const lastDay = await of('2024-11-23')
    await revoke(await of('2026-05-01'), 'replaced')
    const { certificates } = await readLearnerHome(actor, day)
    expect(certificates.map(({ id, isValid }) => [id, isValid])).toEqual([
      [newer, true],
      [older, true],
      [lastDay, true],
    ])
    await revoke(newer, 'mistaken')
    const after = (await readLearnerHome(actor, addDays(day, 1))).certificates
    expect(after.map(({ id, isValid }) => [id, isValid])).toEqual([
      [older, true],
      [newer, false],
      [lastDay, false],
    ])
    expect(after.map(({ id }) => id)).not.toContain(ended)
  })

  test("are nobody else's", async () => {
    await certified((await makePerson()).personId, day)
    const actor = await actingAs((await makePerson()).personId)
    expect((await readLearnerHome(actor, day)).certificates).toEqual([])
  })
})

describe("a module's page", () => {
  test('is there for any published module, with where the learner stands', async () => {
    const actor = await worker()
    const other = await makeModule()
    expect(await readLearnerModule(actor, other.slug, today())).toMatchObject({
      standing: null,
      isOpen: true,
      minutes: 20,
    })
    expect(await readLearnerModule(actor, module.slug, today())).toMatchObject({
      standing: 'assigned',
    })
  })

  test('is not there for a draft, or for nothing', async () => {
    const actor = await worker()
    const { slug } = await makeModule({ status: 'draft' })
    for (const missing of [slug, 'nothing', undefined]) {
      await expect(readLearnerModule(actor, missing, today())).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })
})
