import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveAssignment } from '~/domain/assignment/assignment.server.ts'
import {
  endException,
  excusePerson,
  extendDuty,
} from '~/domain/assignment/duty-exception.server.ts'
import { issueCertificates } from '~/domain/credential/issue-certificates.server.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { newId, type OrganisationId, type PersonId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignmentTo, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { completeTrack, makeTrack } from '../../../tests/factories/credential.ts'
import { actingAs } from '../../../tests/factories/identity.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
  type MadeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { previewAudience } from './audience-preview.server.ts'
import { readLearnerHome, readReasons } from './learner-standing.server.ts'
import { readStandingCounts } from './organisation-standing.server.ts'

useDatabase()

const onDay = (day: Day) => holdClock(new Date(`${day}T10:00:00Z`))

let organisation: MadeOrganisation
let module: MadeModule
beforeEach(async () => {
  onDay('2026-11-21')
  organisation = await makeOrganisation({ name: 'Prov kommun' })
  module = await makeModule()
})
afterEach(() => holdClock(undefined))

const toModule = () => ({ kind: 'module' as const, id: module.moduleId })
const whole = () => [{ kind: 'organisation' as const, ref: organisation.organisationId }]
const manager = () => {
  const { organisationId } = organisation
  return actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })
}

/** What a person has on a day: modules by slug with their days, the recommended ones too. */
async function dutiesOf(personId: PersonId, day: Day = today()) {
  const home = await readLearnerHome(await actingAs(personId), day)
  const open = [...(home.next ? [home.next] : []), ...home.rest, ...home.recommended]
  return Object.fromEntries(open.map(({ slug, dueOn }) => [slug, dueOn]))
}

const countsOn = (day: Day) =>
  readStandingCounts(systemActor, {
    organisationId: organisation.organisationId,
    moduleId: module.moduleId,
    day,
  })

describe('the day by which it is to be done', () => {
  test('counts from the assignment for who was there, from the first day for who comes later', async () => {
    const there = await makeEmployment(organisation.rootUnitId)
    const coming = await makeEmployment(organisation.rootUnitId, { validFrom: '2027-01-11' })
    await makeAssignmentTo(whole(), toModule(), { dueDays: 30 })
    expect(await dutiesOf(there)).toEqual({ [module.slug]: '2026-12-21' })
    expect(await dutiesOf(coming)).toEqual({})
    expect(await dutiesOf(coming, '2027-01-11')).toEqual({ [module.slug]: '2027-02-10' })
  })

  test('with both a day and a number is the later of the two', async () => {
    const there = await makeEmployment(organisation.rootUnitId)
    const coming = await makeEmployment(organisation.rootUnitId, { validFrom: '2027-01-11' })
    await makeAssignmentTo(whole(), toModule(), { dueOn: '2027-01-31', dueDays: 30 })
    expect(await dutiesOf(there)).toEqual({ [module.slug]: '2027-01-31' })
    expect(await dutiesOf(coming, '2027-01-11')).toEqual({ [module.slug]: '2027-02-10' })
  })

  test('is the earliest of all that ask for the module, and each is told as a reason', async () => {
    const unitId = await makeUnit(organisation.rootUnitId, { name: 'Skolan' })
    const personId = await makeEmployment(unitId)
    await makeAssignmentTo(whole(), toModule(), { dueOn: '2027-03-31' })
    const school = { dueOn: '2027-01-31', professionGroups: ['school' as const] }
    await makeAssignmentTo([{ kind: 'unit', ref: unitId }], toModule(), school)
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2027-01-31' })
    const reasons = await readReasons(await actingAs(personId), module.moduleId, today())
    expect(reasons).toMatchObject([
      { dueOn: '2027-01-31', unitName: 'Skolan', isForGroup: true, since: '2026-11-21' },
      { dueOn: '2027-03-31', unitName: 'Skolan', isForGroup: false, partOf: null },
    ])
    expect(reasons[0]).toMatchObject({
      issuer: { kind: 'organisation', name: 'Prov kommun' },
      organisationName: 'Prov kommun',
    })
  })

  test('that has been changed holds from the change on; a question about an earlier day gets the one before', async () => {
    await makeEmployment(organisation.rootUnitId)
    const assignmentId = await makeAssignmentTo(whole(), toModule(), { dueOn: '2026-11-25' })
    onDay('2026-11-28')
    expect(await countsOn('2026-11-28')).toMatchObject({ late: 1 })
    const due = { dueOn: '2027-01-31', dueDays: null }
    await moveAssignment({ actor: manager(), assignmentId, due })
    expect(await countsOn('2026-11-28')).toMatchObject({ late: 0, due: 1 })
    expect(await countsOn('2026-11-27')).toMatchObject({ late: 1, due: 0 })
  })
})

describe('whom it is for', () => {
  test('who moves within the organisation is not new there; who comes from another one is', async () => {
    const [from, to] = [
      await makeUnit(organisation.rootUnitId),
      await makeUnit(organisation.rootUnitId),
    ]
    const other = await makeOrganisation()
    await makeAssignmentTo(whole(), toModule(), { dueDays: 30, onlyNew: true })
    const mover = await makeEmployment(from, { validTo: '2027-02-01' })
    await makeEmployment(to, { personId: mover, validFrom: '2027-02-01' })
    const comer = await makeEmployment(other.rootUnitId, { validTo: '2027-02-01' })
    await makeEmployment(to, { personId: comer, validFrom: '2027-02-01' })
    const returner = await makeEmployment(from, { validTo: '2026-12-31' })
    await makeEmployment(to, { personId: returner, validFrom: '2027-02-01' })
    const day = '2027-02-01'
    expect(await dutiesOf(mover, day)).toEqual({})
    expect(await dutiesOf(comer, day)).toEqual({ [module.slug]: '2027-03-03' })
    expect(await dutiesOf(returner, day)).toEqual({ [module.slug]: '2027-03-03' })
  })

  test('people by name have it while they work there', async () => {
    const named = await makeEmployment(organisation.rootUnitId, { validTo: '2027-02-01' })
    const other = await makeEmployment(organisation.rootUnitId)
    await makeAssignmentTo(whole(), toModule(), { actor: manager(), personIds: [named] })
    expect(await dutiesOf(named)).toHaveProperty(module.slug)
    expect(await dutiesOf(other)).toEqual({})
    expect(await dutiesOf(named, '2027-02-01')).toEqual({})
  })

  test('a track has the modules that it has on the day, published ones alone', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    const track = await makeTrack()
    await makeAssignmentTo(whole(), { kind: 'track', id: track.trackId })
    const slugs = async () => Object.keys(await dutiesOf(personId)).sort()
    expect(await slugs()).toEqual(track.modules.map(({ slug }) => slug).sort())
    const added = await makeModule({ courseId: track.courseId as never })
    const draft = await makeModule({ courseId: track.courseId as never, status: 'draft' })
    for (const [position, { moduleId }] of [added, draft].entries()) {
      const row = { trackId: track.trackId, moduleId, position: position + 3 }
      await prisma().trackModule.create({ data: row })
    }
    expect(await slugs()).toEqual([...track.modules, added].map(({ slug }) => slug).sort())
  })

  test('what is recommended stands apart, is never late, and is no duty to a manager', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    const recommended = { isMandatory: false, dueOn: '2026-11-25' }
    await makeAssignmentTo(whole(), toModule(), recommended)
    const home = await readLearnerHome(await actingAs(personId), '2026-12-01')
    expect(home.next).toBeNull()
    expect(home.recommended).toMatchObject([{ slug: module.slug, standing: 'assigned' }])
    expect(await countsOn('2026-12-01')).toMatchObject({ free: 1, late: 0 })
    await makeAssignmentTo(whole(), toModule(), {
      dueOn: '2027-01-31',
      professionGroups: ['school'],
    })
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2027-01-31' })
  })
})

describe('a look before it is saved', () => {
  const terms = {
    isMandatory: true,
    dueOn: '2027-01-31',
    dueDays: null,
    repeatMonths: null,
    windowDays: null,
  }
  const everybody = { professionGroups: [], onlyNew: false, personIds: [] }
  const look = (actor: PersonActor, target: 'module' | 'track', id: string, change: object = {}) =>
    previewAudience(actor, {
      target: { kind: target, id },
      audience: { places: whole(), ...everybody, ...change },
      terms,
      message: null,
    })

  test('counts each person once, in the units where they work, with those who have done it all', async () => {
    const school = await makeUnit(organisation.rootUnitId, { name: 'Skolan' })
    const track = await makeTrack()
    const twice = await makeEmployment(organisation.rootUnitId)
    await makeEmployment(school, { personId: twice })
    const done = await makeEmployment(school)
    await completeTrack(done, track, '2026-05-01')
    const half = await makeEmployment(school, { professionGroup: 'health-care' })
    await makeCompletion(half, track.modules[0]!, '2026-05-01')
    await makeEmployment(school, { status: 'claimed' })
    await makeEmployment(school, { status: 'declined' })
    const preview = await look(manager(), 'track', track.trackId)
    // Twice, done, half and claimed: four, of whom twice stands at both units.
    expect(preview).toMatchObject({ people: 4, unconfirmed: 1, holders: 1, organisations: 1 })
    expect(preview.units).toMatchObject([
      { name: 'Skolan', people: 4, holders: 1 },
      { name: 'Prov kommun', people: 1, holders: 0 },
    ])
    const teachers = { professionGroups: ['school' as const] }
    expect(await look(manager(), 'track', track.trackId, teachers)).toMatchObject({ people: 3 })
    const below = { places: [{ kind: 'unit' as const, ref: organisation.rootUnitId }] }
    expect(await look(manager(), 'track', track.trackId, below)).toMatchObject({ people: 4 })
  })

  test('is refused to who may not assign there', async () => {
    const place = { kind: 'county' as const, countyCode: '05' }
    const trainer = actorWith({ role: 'trainer', scope: place })
    await expect(look(trainer, 'module', module.moduleId)).rejects.toMatchObject({ status: 403 })
  })
})

describe('an exception for one person', () => {
  const dutyOf = (
    personId: PersonId,
    change: { actor?: PersonActor; organisationId?: OrganisationId } = {},
  ) => ({
    actor: manager(),
    organisationId: organisation.organisationId,
    personId,
    moduleId: module.moduleId,
    ...change,
  })

  test('excuses from what comes through the organisation, and from nothing else', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    await makeAssignmentTo(whole(), toModule())
    await excusePerson({ ...dutyOf(personId), reason: 'has-equivalent', untilOn: null })
    expect(await dutiesOf(personId)).toEqual({})
    expect(await countsOn(today())).toMatchObject({ due: 0, excused: 1 })
    const other = await makeOrganisation()
    await makeEmployment(other.rootUnitId, { personId })
    const places = [{ kind: 'organisation' as const, ref: other.organisationId }]
    await makeAssignmentTo(places, toModule(), { dueOn: '2027-02-28' })
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2027-02-28' })
  })

  test('ends with its last day, or when it is ended', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    await makeAssignmentTo(whole(), toModule())
    await excusePerson({ ...dutyOf(personId), reason: 'away', untilOn: '2026-11-30' })
    expect(await dutiesOf(personId, '2026-11-30')).toEqual({})
    expect(await dutiesOf(personId, '2026-12-01')).toHaveProperty(module.slug)
    await endException(dutyOf(personId))
    await endException(dutyOf(personId))
    expect(await dutiesOf(personId)).toHaveProperty(module.slug)
    const trail = await prisma().auditEntry.findMany({ where: { subjectId: personId } })
    expect(trail.map(({ action }) => action).sort()).toEqual([
      'duty.exception-ended',
      'duty.excused',
    ])
  })

  test('gives longer, never shorter, and the newest holds', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    await makeAssignmentTo(whole(), toModule(), { dueOn: '2026-12-31' })
    await extendDuty({ ...dutyOf(personId), untilOn: '2027-02-28' })
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2027-02-28' })
    await extendDuty({ ...dutyOf(personId), untilOn: '2026-12-01' })
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2026-12-31' })
  })

  test('is the manager’s to make, of those who work there', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    const stranger = await makeEmployment((await makeOrganisation()).rootUnitId)
    const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
    const untilOn = '2027-02-28'
    const by = { ...dutyOf(personId, { actor: trainer }), untilOn }
    await expect(extendDuty(by)).rejects.toMatchObject({ code: 'forbidden' })
    for (const missing of [dutyOf(stranger), { ...dutyOf(personId), moduleId: newId() }]) {
      await expect(extendDuty({ ...missing, untilOn })).rejects.toMatchObject({ code: 'not-found' })
    }
    const passed = { ...dutyOf(personId), untilOn: '2026-11-20' }
    await expect(extendDuty(passed)).rejects.toMatchObject({ code: 'assignment.day-passed' })
    expect(await prisma().dutyException.count({ where: { personId } })).toBe(0)
  })
})

describe('what is done again', () => {
  test('is a module once more so many months after, with time before it ends', async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    const repeated = { repeatMonths: 12, windowDays: 30, dueOn: '2027-01-31' }
    await makeAssignmentTo(whole(), toModule(), repeated)
    expect(await dutiesOf(personId)).toEqual({ [module.slug]: '2027-01-31' })
    await makeCompletion(personId, module, '2026-11-21')
    // Twelve months later is 21 November 2027; thirty days before that is 22 October.
    expect(await dutiesOf(personId, '2027-10-21')).toEqual({})
    expect(await dutiesOf(personId, '2027-10-22')).toEqual({ [module.slug]: '2027-11-21' })
    expect(await countsOn('2027-10-21')).toMatchObject({ done: 1 })
    expect(await countsOn('2027-10-22')).toMatchObject({ due: 1, done: 0 })
    expect(await countsOn('2027-11-22')).toMatchObject({ late: 1, done: 0 })
    const home = await readLearnerHome(await actingAs(personId), '2027-11-22')
    expect(home.next).toMatchObject({ standing: 'late', isAgain: true, completedOn: '2026-11-21' })
  })

  test("next time's refresher falls due before the certificate ends, and the certificates stay as they were", async () => {
    const personId = await makeEmployment(organisation.rootUnitId)
    const track = await makeTrack()
    const asTrack = { kind: 'track' as const, id: track.trackId }
    await makeAssignmentTo(whole(), asTrack, { repeatMonths: 24, windowDays: 60 })
    expect(Object.keys(await dutiesOf(personId)).sort()).toEqual(
      track.modules.map(({ slug }) => slug).sort(),
    )
    await completeTrack(personId, track, '2026-11-21')
    await issueCertificates([personId])
    const [first] = await prisma().certificate.findMany({ where: { personId } })
    // The certificate counts for 24 months, through 21 November 2028; sixty days before is 22 September.
    expect(await dutiesOf(personId, '2028-09-21')).toEqual({})
    const refresher = { [track.refresher.slug]: '2028-11-21' }
    expect(await dutiesOf(personId, '2028-09-22')).toEqual(refresher)
    // Six months after its end the refresher no longer renews it: then it is the track anew.
    expect(await dutiesOf(personId, '2029-05-21')).toEqual(refresher)
    expect(Object.keys(await dutiesOf(personId, '2029-05-22')).sort()).toEqual(
      track.modules.map(({ slug }) => slug).sort(),
    )
    await makeCompletion(personId, track.refresher, '2028-10-01')
    onDay('2028-10-01')
    await issueCertificates([personId])
    expect(await dutiesOf(personId)).toEqual({})
    // The renewed one counts through 1 October 2030.
    expect(await dutiesOf(personId, '2030-08-02')).toEqual({ [track.refresher.slug]: '2030-10-01' })
    const all = await prisma().certificate.findMany({
      where: { personId },
      orderBy: { earnedOn: 'asc' },
    })
    expect(all).toHaveLength(2)
    expect(all[0]).toEqual(first)
  })
})
