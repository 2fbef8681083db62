import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { withdrawAssignment } from '~/domain/assignment/assignment.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { sendNoticesQueue } from '~/domain/notice/tell-people.server.ts'
import { newId } from '~/kernel/ids.ts'
import {
  forgetRounds,
  listRounds,
  readRound,
  reminderWork,
} from '~/domain/notice/reminder-round.server.ts'
import { longWorkQueue } from '~/platform/long-work.server.ts'
import { eventQueue } from '~/platform/events.server.ts'
import {
  makeAssignment,
  makeAssignmentTo,
  makeCompletion,
} from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actingAs,
  makeAffiliation,
  makeGrant,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { remindPeople, reminderWorkHandlers } from './remind-people.server.ts'
import { tellDuties } from './tell-duties.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))
vi.stubEnv('APP_ORIGIN', 'https://samsyn.exempel.se')
vi.stubEnv('NODE_ENV', 'test')

useDatabase()

/** A Monday without holidays near. */
const monday = '2026-09-07'
const goTo = (day: string) => holdClock(new Date(`${day}T08:00:00Z`))

let organisation: MadeOrganisation
beforeAll(async () => {
  await stopJobs()
  await startJobs({ work: false, queues: [eventQueue, sendNoticesQueue, longWorkQueue] })
})
beforeEach(async () => {
  goTo(monday)
  organisation = await makeOrganisation({ name: 'Prov kommun' })
})
afterEach(async () => {
  holdClock(undefined)
  await rows(
    sql`truncate notice_mail, notice_item, notice_reminder, notice_setting, reminder_round`,
  )
  await rows(sql`delete from assignment_place`)
  await rows(sql`delete from affiliation`)
})

async function worker(values: Parameters<typeof makePerson>[0] = {}): Promise<string> {
  const { personId } = await makePerson({ password: 'ett-langt-losenord', ...values })
  const unitId = organisation.rootUnitId
  await makeAffiliation(personId, { unitId, status: 'confirmed' })
  return personId
}

async function manager(): Promise<PersonActor> {
  const { personId } = await makePerson()
  await makeGrant(personId, 'manager', { kind: 'organisation', ref: organisation.organisationId })
  return actingAs(personId)
}

const mailsTo = (personId: string) =>
  rows<{ subject: string; body: string; optional: string; madeOn: string }>(sql`
    select subject, body, optional, made_on as "madeOn" from notice_mail
     where person_id = ${personId}::uuid order by made_at`)

/** Six hundred who can be told, at the organisation's own unit. */
async function sixHundred(): Promise<string[]> {
  const made = await rows<{ id: string }>(sql`
    with made as (
      insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
      select gen_random_uuid(), 'Robin', 'Prov', 'massa-' || gen_random_uuid() || '@exempel.se', now(), now()
        from generate_series(1, 600) returning id, email),
    way as (
      insert into sign_in_identity (id, person_id, kind, subject, created_at)
      select gen_random_uuid(), id, 'password', email, now() from made)
    insert into affiliation (id, person_id, unit_id, profession_group, valid_from, status)
    select gen_random_uuid(), id, ${organisation.rootUnitId}::uuid, 'school', '2024-01-01', 'confirmed'
      from made
    returning person_id as id`)
  return made.map(({ id }) => id)
}

describe('each morning', () => {
  test('who has got something to do is told once, what, by when, how long and by whom, with a link', async () => {
    const module = await makeModule()
    await makeAssignment(organisation.organisationId, module.moduleId)
    const personId = await worker()
    expect(await tellDuties(today())).toMatchObject({ mails: 1 })
    expect(await tellDuties(today())).toMatchObject({ mails: 0 })
    const [mail] = await mailsTo(personId)
    expect(mail!.subject).toBe('Utbildning: nytt att göra')
    expect(mail!.body).toContain('Obligatoriskt. Klart senast')
    expect(mail!.body).toContain('Från: Prov kommun.')
    expect(mail!.body).toContain(`\nhttps://samsyn.exempel.se/modules/${module.slug}\n`)
    expect(mail!.body).not.toContain('/unsubscribe/')
    goTo(addDays(monday, 8))
    expect(await tellDuties(today())).toMatchObject({ mails: 0 })
  })

  test('all that one person has stands in one mail', async () => {
    for (const dueOn of [addDays(monday, 3), addDays(monday, 40)]) {
      const { moduleId } = await makeModule()
      await makeAssignment(organisation.organisationId, moduleId, { dueOn })
    }
    const personId = await worker()
    await tellDuties(today())
    const mails = await mailsTo(personId)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.body.match(/\/modules\//g)).toHaveLength(2)
  })

  test('whoever has had mail this week waits, and the next one has all of it', async () => {
    const personId = await worker()
    const assign = async () => {
      const { moduleId } = await makeModule()
      await makeAssignment(organisation.organisationId, moduleId)
    }
    await assign()
    await tellDuties(today())
    goTo(addDays(monday, 1))
    await assign()
    await assign()
    expect(await tellDuties(today())).toMatchObject({ mails: 0 })
    goTo(addDays(monday, 7))
    expect(await tellDuties(today())).toMatchObject({ mails: 1 })
    const [, second] = await mailsTo(personId)
    expect(second!.body.match(/\/modules\//g)).toHaveLength(2)
  })

  test.each([
    ['nobody whose address is not confirmed', { confirmed: false }],
    ['nobody who has no way to sign in', { password: undefined }],
  ])('%s is told anything', async (_, values) => {
    const { moduleId } = await makeModule()
    await makeAssignment(organisation.organisationId, moduleId)
    await worker(values)
    expect(await tellDuties(today())).toMatchObject({ people: 0, mails: 0 })
  })

  test('nobody is told of what is done, or on a holiday', async () => {
    const module = await makeModule()
    await makeAssignment(organisation.organisationId, module.moduleId)
    await makeCompletion(await worker(), module, addDays(monday, -1))
    expect(await tellDuties(today())).toMatchObject({ people: 1, mails: 0 })
    await worker()
    goTo('2026-12-24')
    expect(await tellDuties(today())).toMatchObject({ people: 0, mails: 0 })
  })

  test('what was taken back and is assigned again is told again', async () => {
    const { moduleId } = await makeModule()
    const assignmentId = await makeAssignment(organisation.organisationId, moduleId)
    const personId = await worker()
    await tellDuties(today())
    await withdrawAssignment({ actor: systemActor, assignmentId })
    goTo(addDays(monday, 8))
    await tellDuties(today())
    goTo(addDays(monday, 16))
    await makeAssignment(organisation.organisationId, moduleId)
    await tellDuties(today())
    expect(await mailsTo(personId)).toHaveLength(2)
  })

  test('what is recommended says how to say no to it, in the person’s language', async () => {
    const { moduleId } = await makeModule()
    const places = [{ kind: 'organisation' as const, ref: organisation.organisationId }]
    const target = { kind: 'module' as const, id: moduleId }
    await makeAssignmentTo(places, target, { isMandatory: false })
    const personId = await worker({ language: 'en' })
    const no = await worker()
    await prisma().noticeSetting.create({ data: { personId: no, wantsRecommended: false } })
    expect(await tellDuties(today())).toMatchObject({ people: 2, mails: 1 })
    const [mail] = await mailsTo(personId)
    expect(mail).toMatchObject({ optional: 'all', subject: 'Training: something new to do' })
    expect(mail!.body).toMatch(/^https:\/\/samsyn\.exempel\.se\/unsubscribe\/[\w-]{43}$/m)
  })

  test('six hundred people are told in rounds, or by two servers at once, and each is mailed once', async () => {
    const { moduleId } = await makeModule()
    await makeAssignment(organisation.organisationId, moduleId)
    await sixHundred()
    // With no time at all it stops after the first five hundred, to go on after the last of them.
    const first = await tellDuties(today(), { ms: 0 })
    expect(first).toMatchObject({ people: 500, mails: 500 })
    const rest = await tellDuties(today(), { after: first.after })
    expect(rest).toMatchObject({ people: 100, mails: 100, after: null })
    await rows(sql`truncate notice_mail, notice_item, notice_setting`)
    const both = await Promise.all([tellDuties(today()), tellDuties(today())])
    expect(both[0].mails + both[1].mails).toBe(600)
    const [count] = await rows<{ mails: number; people: number }>(sql`
      select count(*) as mails, count(distinct person_id) as people from notice_mail`)
    expect(count).toEqual({ mails: 600, people: 600 })
  })
})

describe('a manager reminds', () => {
  test('who has had no mail this week at once, the others in the next mail, and nobody who is done', async () => {
    const module = await makeModule()
    await makeAssignment(organisation.organisationId, module.moduleId)
    const waits = await worker()
    await tellDuties(today())
    goTo(addDays(monday, 2))
    const [now, done] = [await worker(), await worker()]
    await makeCompletion(done, module, monday)
    const unreachable = await worker({ confirmed: false })
    const actor = await manager()
    const wanted = { organisationId: organisation.organisationId, moduleId: module.moduleId }
    const personIds = [waits, now, done, unreachable]
    const counts = { waiting: 1, notAsked: 1, unreachable: 1 }
    expect(await remindPeople(actor, { ...wanted, personIds })).toEqual({ mailed: 1, ...counts })
    expect((await mailsTo(now))[0]).toMatchObject({ subject: 'Utbildning: påminnelse' })
    expect(await remindPeople(actor, { ...wanted, personIds })).toEqual({
      mailed: 0,
      ...counts,
      waiting: 2,
    })
    goTo(addDays(monday, 7))
    await tellDuties(today())
    expect((await mailsTo(waits))[1]).toMatchObject({ subject: 'Utbildning: påminnelse' })
  })

  /** Does a round's work, which `dies` after the first step where that is asked for. */
  async function doRound(roundId: string, dies = false): Promise<number[]> {
    const told: number[] = []
    const work = { id: newId(), kind: reminderWork, subjectId: roundId, ownerId: null }
    const report = async (done: number) => {
      told.push(done)
      if (dies) throw new Error('planned')
    }
    await reminderWorkHandlers[reminderWork]!.run(work, report, () => undefined)
    return told
  }

  async function roundOf(actor: PersonActor, moduleId: string, personIds: string[]) {
    const { organisationId } = organisation
    const came = await remindPeople(actor, { organisationId, moduleId, personIds })
    if (!('roundId' in came)) throw new Error('so many are reminded by a round')
    const { roundId } = came
    return { roundId, read: () => readRound(actor, { organisationId, roundId }) }
  }

  test('more than some hundred by a round that tells how far it has come; broken off it goes on, and each is told once', async () => {
    const module = await makeModule()
    const { moduleId } = module
    await makeAssignment(organisation.organisationId, moduleId)
    const waits = await worker()
    await tellDuties(today())
    goTo(addDays(monday, 2))
    const [done, unreachable] = [await worker(), await worker({ confirmed: false })]
    await makeCompletion(done, module, monday)
    const actor = await manager()
    const personIds = [...(await sixHundred()), waits, done, unreachable]
    const { roundId, read } = await roundOf(actor, moduleId, personIds)
    expect(await read()).toMatchObject({ people: 603, taken: 0, endedAt: null })
    const count = () =>
      rows(sql`select count(*) as mails from notice_mail where made_on = ${today()}`)
    expect(await count()).toEqual([{ mails: 0 }])
    await expect(doRound(roundId, true)).rejects.toThrow('planned')
    expect(await read()).toMatchObject({ taken: 500, endedAt: null })
    expect(await doRound(roundId)).toEqual([603])
    expect(await doRound(roundId), 'it is over').toEqual([])
    const came = await read()
    expect(came).toMatchObject({ mailed: 600, waiting: 1, notAsked: 1, unreachable: 1, taken: 603 })
    expect(came.endedAt).not.toBeNull()
    expect(await count()).toEqual([{ mails: 600 }])
    expect(await rows(sql`select person_ids as left from reminder_round`)).toEqual([{ left: [] }])
    expect(await listRounds(actor, { ...organisation, moduleId })).toMatchObject([{ id: roundId }])
  })

  test('a step that two do at once is done once', async () => {
    const { moduleId } = await makeModule()
    await makeAssignment(organisation.organisationId, moduleId)
    const actor = await manager()
    const { roundId, read } = await roundOf(actor, moduleId, await sixHundred())
    await Promise.allSettled([doRound(roundId), doRound(roundId)])
    await doRound(roundId)
    expect(await read()).toMatchObject({ mailed: 600, waiting: 0, taken: 600 })
    const [mails] = await rows(sql`
      select count(*) as all, count(distinct person_id) as people from notice_mail`)
    expect(mails).toEqual({ all: 600, people: 600 })
  })

  test('a round that cannot go on ends, and tells how many it came to', async () => {
    const { moduleId } = await makeModule()
    await makeAssignment(organisation.organisationId, moduleId)
    const { roundId, read } = await roundOf(await manager(), moduleId, await sixHundred())
    await expect(doRound(roundId, true)).rejects.toThrow('planned')
    const work = { id: newId(), kind: reminderWork, subjectId: roundId, ownerId: null }
    await reminderWorkHandlers[reminderWork]!.giveUp(work)
    const ended = await read()
    expect(ended).toMatchObject({ people: 600, taken: 500, mailed: 500 })
    expect(ended.endedAt).not.toBeNull()
    expect(await doRound(roundId)).toEqual([])
    const stranger = await actingAs((await makePerson()).personId)
    const of = { organisationId: organisation.organisationId, roundId }
    await expect(readRound(stranger, of)).rejects.toMatchObject({ code: 'forbidden' })
    goTo(addDays(monday, 31))
    expect(await forgetRounds()).toBe(1)
  })

  test('nobody who works elsewhere, and not without the right to', async () => {
    const { moduleId } = await makeModule()
    const { organisationId } = organisation
    const stranger = (await makePerson()).personId
    const actor = await manager()
    const wanted = { organisationId, moduleId, personIds: [stranger] }
    await expect(remindPeople(actor, wanted)).rejects.toMatchObject({ code: 'not-found' })
    const other = await makeOrganisation()
    const there = { ...wanted, organisationId: other.organisationId }
    await expect(remindPeople(actor, there)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
