import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeActivity, registerAt } from '../../tests/factories/activity.ts'
import { makeCompletion } from '../../tests/factories/assignment.ts'
import { commitAll, commitOf, makeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, type MadeModule } from '../../tests/factories/catalogue.ts'
import { completeTrack, makeTrack } from '../../tests/factories/credential.ts'
import { actingAs, makeAffiliation, makeGrant, makePerson } from '../../tests/factories/identity.ts'
import { makeOrganisation } from '../../tests/factories/organisation.ts'
import { applied, bring, work } from '../../tests/factories/people-import.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { proveOtherAccount, provenAccount } from '~/auth/merge-accounts.server.ts'
import { signIn } from '~/auth/sign-in.server.ts'
import { verifyAttempts } from '~/domain/attempt/verify-attempts.server.ts'
import { issueCertificates } from '~/domain/credential/issue-certificates.server.ts'
import {
  askForMergeLink,
  listLikelyOwn,
  readLinkedAccount,
} from '~/domain/identity/merge.server.ts'
import { makeLink } from '~/domain/identity/one-time-link.server.ts'
import { guessColumns } from '~/domain/identity/people-columns.ts'
import { tryPeople } from '~/domain/identity/people-import.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { raw, sql } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { startWork } from '~/platform/long-work.server.ts'
import { randomFrom, type Random } from '../../prisma/seed/random.ts'
import { mergeLinkedAccount, mergeOwnAccounts, readWhatMerges } from './merge-accounts.server.ts'

useDatabase()
beforeEach(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterEach(() => holdClock(undefined))

const ip = '192.0.2.77'
const password = 'en riktigt bra mening'

const day = (random: Random) => `2026-0${random.whole(1, 9)}-1${random.whole(0, 9)}`

/** Gives a person some of everything that a merge takes over. */
async function live(
  random: Random,
  { personId, email }: { personId: string; email: string },
  world: { modules: MadeModule[]; sessions: string[]; units: string[] },
): Promise<void> {
  for (const unitId of world.units.filter(() => random.chance(0.6))) {
    await makeAffiliation(personId, { unitId, status: 'confirmed', validFrom: day(random) })
  }
  for (const module of world.modules) {
    if (random.chance(0.6)) {
      const { launch } = await makeAttempt(personId, module)
      await commitAll(launch, commitOf(1, { 'cmi.core.lesson_location': personId.slice(-4) }))
    }
    if (random.chance(0.6)) await makeCompletion(personId, module, day(random))
  }
  for (const sessionId of world.sessions.filter(() => random.chance(0.6))) {
    await registerAt(sessionId, email)
  }
}

/** What stands of people, as a merge must leave it: each thing once, the earlier day where both have it. */
async function historyOf(...personIds: string[]) {
  const people = { in: personIds }
  const [attempts, completions, affiliations, attendance] = await Promise.all([
    prisma().attempt.findMany({
      where: { registration: { personId: people } },
      include: { states: true, commits: true, registration: true },
      orderBy: { id: 'asc' },
    }),
    prisma().completion.findMany({ where: { personId: people }, orderBy: { completedAt: 'asc' } }),
    prisma().affiliation.findMany({ where: { personId: people }, orderBy: { id: 'asc' } }),
    prisma().attendance.findMany({ where: { personId: people, endedAt: null } }),
  ])
  const firstDays = new Map<string, string>()
  for (const { moduleVersionId, completedOn } of completions) {
    const version = moduleVersionId ?? ''
    if (!firstDays.has(version)) firstDays.set(version, completedOn.toISOString().slice(0, 10))
  }
  return {
    attempts: attempts.map(({ registration, states, commits, id, trailHash, startedAt }) => ({
      ...{ id, trailHash, startedAt, states, commits },
      version: registration.moduleVersionId,
    })),
    completed: [...firstDays].sort(),
    completions: completions.length,
    affiliations: affiliations.map(({ personId: _, ...affiliation }) => affiliation),
    sessions: [...new Set(attendance.map(({ sessionId }) => sessionId))].sort(),
    attendance: attendance.length,
  }
}

async function twoAccounts() {
  const own = await makePerson({ password })
  const other = await makePerson({ password, email: `andra.${own.email}` })
  return { own, other, actor: await actingAs(own.personId) }
}

async function makeWorld() {
  const places = [await makeOrganisation(), await makeOrganisation()]
  const modules = [await makeModule(), await makeModule(), await makeModule()]
  const { organisationId } = places[0]!
  const first = await makeActivity({ organiserId: organisationId })
  const second = await makeActivity({ organiserId: organisationId })
  return {
    modules,
    sessions: [first.sessionId, second.sessionId],
    units: places.map(({ rootUnitId }) => rootUnitId),
  }
}

describe('merging', () => {
  test.each([1, 2, 3, 4, 5])(
    'leaves one history that is the union of both, each thing once (seed %i)',
    async (seed) => {
      const random = randomFrom(seed)
      const world = await makeWorld()
      const { own, other, actor } = await twoAccounts()
      await live(random, own, world)
      await live(random, other, world)
      const before = await historyOf(own.personId, other.personId)
      await mergeOwnAccounts(actor, other.personId)
      const after = await historyOf(own.personId)
      expect(after).toEqual({
        ...before,
        completions: before.completed.length,
        attendance: before.sessions.length,
      })
      // Attempts of a version stand in one row, numbered from 1 by when they began.
      const registrations = await prisma().registration.findMany({
        where: { personId: own.personId },
        include: { attempts: { orderBy: { startedAt: 'asc' } } },
      })
      expect(new Set(registrations.map(({ moduleVersionId }) => moduleVersionId)).size).toBe(
        registrations.length,
      )
      for (const { attempts } of registrations) {
        expect(attempts.map(({ number }) => number).sort()).toEqual(attempts.map((_, at) => at + 1))
      }
    },
  )

  test('leaves every trail provable', async () => {
    const world = await makeWorld()
    const { own, other, actor } = await twoAccounts()
    for (const { personId } of [own, other]) {
      const { launch } = await makeAttempt(personId, world.modules[0]!)
      await commitAll(launch, commitOf(1, { 'cmi.core.lesson_location': '3' }))
    }
    await mergeOwnAccounts(actor, other.personId)
    expect(await verifyAttempts()).toMatchObject({ faultCount: 0 })
  })

  test('keeps nothing of the closed account anywhere that is still about a person', async () => {
    const world = await makeWorld()
    const { own, other, actor } = await twoAccounts()
    const { organisationId } = await makeOrganisation()
    await makeGrant(other.personId, 'manager', { kind: 'organisation', ref: organisationId })
    await live(randomFrom(9), other, world)
    await completeTrack(other.personId, await makeTrack(), '2026-03-10')
    await issueCertificates([other.personId])
    const { moduleId } = world.modules[0]!
    const asked = { moduleId, organisationId, askedAt: new Date('2026-11-20T10:00:00Z') }
    for (const { personId } of [own, other]) {
      await prisma().noticeReminder.create({ data: { id: newId(), personId, ...asked } })
    }
    await prisma().noticeSetting.create({
      data: { personId: other.personId, wantsRecommended: false },
    })
    const file = { id: newId(), fileName: 'x.csv', sha256: '', broughtBy: other.personId }
    const checked = { status: 'checked', checkedAt: asked.askedAt }
    const received = { status: 'received', broughtAt: asked.askedAt, heads: [] }
    await prisma().headcountImport.create({ data: { ...file, ...checked, counts: {} } })
    await prisma().peopleImport.create({ data: { ...file, ...received, organisationId } })
    await prisma().activityImport.create({ data: { ...file, ...received } })
    const waited = { kind: 'people.check', subjectId: file.id, ownerId: other.personId, total: 0 }
    await inTransaction(actor, (tx) => startWork(tx, waited))
    await mergeOwnAccounts(actor, other.personId)
    const columns = await rows<{ table: string; column: string }>(sql`
      select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and column_name in ('person_id', 'user_id', 'holder_id', 'brought_by', 'owner_id')`)
    // A file keeps whom its rows were about for a day, to be undone; its hash shows that they have changed.
    const asItWas = ['people_import_row', 'people_import_end', 'people_import_change']
    for (const { table, column } of columns.filter((one) => !asItWas.includes(one.table))) {
      const left = await rows(
        sql`select 1 from ${raw(`"${table}"`)} where ${raw(`"${column}"`)}::text = ${other.personId}`,
      )
      expect(left, `${table}.${column}`).toEqual([])
    }
    expect(await prisma().certificate.count({ where: { personId: own.personId } })).toBe(1)
    expect((await actingAs(own.personId)).grants).toHaveLength(1)
    expect(
      await prisma().noticeReminder.count({ where: { personId: own.personId, endedAt: null } }),
    ).toBe(1)
    expect(
      await prisma().noticeSetting.findUnique({ where: { personId: own.personId } }),
    ).toMatchObject({ wantsRecommended: false })
  })

  test('lets nobody sign in to the closed account, and leads its address to the kept one', async () => {
    const { own, other, actor } = await twoAccounts()
    await mergeOwnAccounts(actor, other.personId)
    const request = new Request('http://samsyn.localhost/sign-in')
    await expect(signIn(request, { email: other.email, password, ip })).rejects.toThrow(
      'sign-in.failed',
    )
    expect(await signIn(request, { email: own.email, password, ip })).toMatchObject({
      kind: 'signed-in',
    })
    await expect(mergeOwnAccounts(actor, other.personId)).rejects.toThrow('merge.not-proven')
    const third = await makePerson({ password })
    await mergeOwnAccounts(await actingAs(third.personId), own.personId)
    const all = await prisma().person.findMany({
      where: { id: { in: [own.personId, other.personId] } },
    })
    expect(all.map(({ mergedIntoId }) => mergedIntoId)).toEqual([third.personId, third.personId])
  })

  test('shows first what would come over', async () => {
    const world = await makeWorld()
    const { other } = await twoAccounts()
    await makeAffiliation(other.personId, { unitId: world.units[0]! })
    await makeCompletion(other.personId, world.modules[0]!, '2026-05-05')
    await registerAt(world.sessions[0]!, other.email)
    expect(await readWhatMerges(other.personId)).toMatchObject({
      email: other.email,
      counts: { workplaces: 1, roles: 0, completions: 1, certificates: 0, participations: 1 },
    })
  })
})

describe('proving the other account', () => {
  test('takes its password, and is good for the asker alone and a quarter of an hour', async () => {
    const { own, other, actor } = await twoAccounts()
    const proof = await proveOtherAccount(actor, { email: other.email, password, ip })
    expect(provenAccount(actor, proof)).toBe(other.personId)
    const stranger = await actingAs((await makePerson()).personId)
    expect(() => provenAccount(stranger, proof)).toThrow('merge.proof-old')
    expect(() => provenAccount(actor, proof.replace(other.personId, own.personId))).toThrow(
      'merge.proof-old',
    )
    holdClock(new Date('2026-11-22T10:15:01Z'))
    expect(() => provenAccount(actor, proof)).toThrow('merge.proof-old')
  })

  test('is refused with the same words for a wrong password and for nobody’s address', async () => {
    const { own, other, actor } = await twoAccounts()
    for (const email of [other.email, 'ingen@exempel.se']) {
      const typed = { email, password: 'fel', ip }
      await expect(proveOtherAccount(actor, typed)).rejects.toThrow('merge.not-proven')
    }
    const same = { email: own.email, password, ip }
    await expect(proveOtherAccount(actor, same)).rejects.toThrow('merge.same-account')
  })
})

describe('proving it by a link', () => {
  const boundTo = 'the session that asked'
  const linkTo = async (personId: string) =>
    (await makeLink('merge-accounts', personId, boundTo)).split('/')[2]!

  test('takes the link and the session that asked, for a quarter of an hour, once', async () => {
    const { own, other, actor } = await twoAccounts()
    const secret = await linkTo(other.personId)
    expect(await readLinkedAccount({ secret, boundTo })).toBe(other.personId)
    for (const elsewhere of ['', 'another session']) {
      expect(await readLinkedAccount({ secret, boundTo: elsewhere })).toBeNull()
      const link = { secret, boundTo: elsewhere }
      await expect(mergeLinkedAccount(actor, link)).rejects.toThrow('link.not-valid')
    }
    holdClock(new Date('2026-11-22T10:15:00Z'))
    await expect(mergeLinkedAccount(actor, { secret, boundTo })).rejects.toThrow('link.not-valid')
    holdClock(new Date('2026-11-22T10:14:59Z'))
    await mergeLinkedAccount(actor, { secret, boundTo })
    const closed = await prisma().person.findUniqueOrThrow({ where: { id: other.personId } })
    expect(closed.mergedIntoId).toBe(own.personId)
    await expect(mergeLinkedAccount(actor, { secret, boundTo })).rejects.toThrow('link.not-valid')
  })

  test('leaves the link as it was where the merge is refused', async () => {
    const { own, actor } = await twoAccounts()
    const secret = await linkTo(own.personId)
    await expect(mergeLinkedAccount(actor, { secret, boundTo })).rejects.toThrow('merge.not-proven')
    expect(await readLinkedAccount({ secret, boundTo })).toBe(own.personId)
  })

  test('is not to be had by the link of another purpose', async () => {
    const { other, actor } = await twoAccounts()
    const secret = (await makeLink('reset-password', other.personId, boundTo)).split('/')[2]!
    await expect(mergeLinkedAccount(actor, { secret, boundTo })).rejects.toThrow('link.not-valid')
  })

  test('is asked for alike, whether the address is somebody’s, nobody’s, unconfirmed or one’s own', async () => {
    const { own, other, actor } = await twoAccounts()
    const unconfirmed = await makePerson({ confirmed: false })
    const asked = [other.email, 'ingen@exempel.se', unconfirmed.email, own.email]
    const written: unknown[] = []
    for (const email of asked) {
      await rows(sql`delete from pgboss.job where name = 'event'`)
      await askForMergeLink(actor, { email, boundTo })
      const jobs = await rows<{ data: { name: string; payload: { personId: string | null } } }>(
        sql`select data from pgboss.job where name = 'event'`,
      )
      expect(jobs.map(({ data }) => data.name)).toEqual(['merge.link-asked'])
      expect(Object.keys(jobs[0]!.data.payload)).toEqual(['boundTo', 'personId'])
      written.push(jobs[0]!.data.payload.personId)
    }
    // Only a confirmed address of somebody else is written to.
    expect(written).toEqual([other.personId, null, null, null])
  })
})

test('an account of the same name at the same unit is shown with its address partly hidden', async () => {
  const { rootUnitId: unitId } = await makeOrganisation()
  const name = { givenName: 'Åsa', familyName: 'Öberg' }
  const own = await makePerson({ ...name, email: 'asa.oberg@exempel.se' })
  const same = await makePerson({ ...name, familyName: 'öberg', email: 'privat@annan.se' })
  const away = await makePerson({ ...name, email: 'borta@annan.se' })
  for (const { personId } of [own, same]) await makeAffiliation(personId, { unitId })
  await makeAffiliation(away.personId, { unitId: (await makeOrganisation()).rootUnitId })
  expect(await listLikelyOwn(await actingAs(own.personId))).toEqual(['p…@annan.se'])
})

test('a file on its way when its bringer’s accounts are merged is tried and applied as asked', async () => {
  const { own, other, actor } = await twoAccounts()
  const { organisationId } = await makeOrganisation()
  await makeGrant(other.personId, 'manager', { kind: 'organisation', ref: organisationId })
  const asOther = await actingAs(other.personId)
  const lines = ['Förnamn;Efternamn;E-post', 'Kim;Ek;pa-vag@exempel.se']
  const file = await bring({ actor: asOther, organisationId }, lines)
  const { heads } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: file.importId } })
  const said = {
    ...{ columns: guessColumns(heads, []), isComplete: false },
    ...{ defaultGroup: 'social-services' as const, professions: {} },
  }
  await tryPeople({ ...file, said })
  await mergeOwnAccounts(actor, other.personId)
  await work(file)
  const { status } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: file.importId } })
  expect(status).toBe('checked')
  await applied({ ...file, actor: await actingAs(own.personId) })
  expect(await prisma().person.count({ where: { email: 'pa-vag@exempel.se' } })).toBe(1)
})
