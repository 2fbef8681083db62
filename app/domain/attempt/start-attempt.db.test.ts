import { describe, expect, test } from 'vitest'
import { addVersion, publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { verifyLaunch } from './launch-token.server.ts'
import { openAttempt } from './open-attempt.server.ts'
import { readPlayer } from './read-player.server.ts'
import { startAttempt } from './start-attempt.server.ts'

useDatabase()

const learner = async () => actingAs((await makePerson()).personId)

describe('starting a module', () => {
  test('registers the person once, on a content host of their own, and is noted in the audit trail', async () => {
    const [module, actor] = [await makeModule(), await learner()]
    const first = await startAttempt({ actor, moduleSlug: module.slug })
    expect(await startAttempt({ actor, moduleSlug: module.slug })).toBe(first)
    const registrations = await prisma().registration.findMany({
      where: { personId: actor.personId },
      include: { attempts: true },
    })
    expect(registrations).toHaveLength(1)
    expect(registrations[0]).toMatchObject({ moduleVersionId: module.versionId })
    expect(registrations[0]!.hostLabel).toMatch(/^[a-z2-7]{26}$/)
    expect(registrations[0]!.attempts).toHaveLength(1)
    const trail = await prisma().auditEntry.findMany({ where: { actorPersonId: actor.personId } })
    expect(trail.map(({ action }) => action)).toEqual(['attempt.started'])
  })

  test('gives each person another host for the same module', async () => {
    const module = await makeModule()
    for (const actor of [await learner(), await learner()]) {
      await startAttempt({ actor, moduleSlug: module.slug })
    }
    const hosts = await prisma().registration.findMany({
      where: { moduleVersionId: module.versionId },
      select: { hostLabel: true },
    })
    expect(new Set(hosts.map(({ hostLabel }) => hostLabel)).size).toBe(2)
  })

  test('stays with the version begun when a new one is published, and takes the new one when done', async () => {
    const [module, actor] = [await makeModule(), await learner()]
    const { launch, registrationId } = await makeAttempt(actor.personId, module)
    const { moduleId } = module
    const versionId = await addVersion({
      actor: systemActor,
      moduleId,
      packageId: await makePackage(),
    })
    await publishVersion({ actor: systemActor, versionId })
    expect(await startAttempt({ actor, moduleSlug: module.slug })).toBe(registrationId)
    await commitAll(launch, commitOf(1, { 'cmi.core.lesson_status': 'completed' }))
    const next = await startAttempt({ actor, moduleSlug: module.slug })
    expect(next).not.toBe(registrationId)
    const registration = await prisma().registration.findUniqueOrThrow({ where: { id: next } })
    expect(registration.moduleVersionId).toBe(versionId)
  })

  test('is refused for a module that is not there, or not published', async () => {
    const actor = await learner()
    await expect(startAttempt({ actor, moduleSlug: 'nothing' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { slug } = await makeModule({ status: 'draft' })
    await expect(startAttempt({ actor, moduleSlug: slug })).rejects.toMatchObject({
      code: 'attempt.module-closed',
    })
    expect(await prisma().registration.count({ where: { personId: actor.personId } })).toBe(0)
  })
})

describe('the player', () => {
  test('is for the one whose registration it is, and refused to anybody else', async () => {
    const [module, actor, other] = [await makeModule(), await learner(), await learner()]
    const registrationId = await startAttempt({ actor, moduleSlug: module.slug })
    const view = await readPlayer({ actor, registrationId })
    expect(view).toMatchObject({ item: 'item-1', completion: 'not attempted' })
    await expect(readPlayer({ actor: other, registrationId })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('is not there for an id of nothing, or for what is no id', async () => {
    const actor = await learner()
    for (const registrationId of [newId(), 'x', undefined]) {
      await expect(readPlayer({ actor, registrationId })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  test('gets a token for its own attempt, a new writer each time', async () => {
    const [module, actor] = [await makeModule(), await learner()]
    const registrationId = await startAttempt({ actor, moduleSlug: module.slug })
    const { hostLabel } = await prisma().registration.findUniqueOrThrow({
      where: { id: registrationId },
    })
    const views = [
      await readPlayer({ actor, registrationId }),
      await readPlayer({ actor, registrationId }),
    ]
    const launches = views.map(({ token }) =>
      verifyLaunch(token, hostLabel, process.env.SECRET!, new Date()),
    )
    const attempt = await prisma().attempt.findFirstOrThrow({ where: { registrationId } })
    for (const launch of launches) expect(launch?.attemptId).toBe(attempt.id)
    expect(launches[0]!.writer).not.toBe(launches[1]!.writer)
    // A page that is only looked at takes nothing over: that is done when the frame opens the attempt.
    expect(attempt.writer).toBeNull()
  })
})

describe('opening an attempt', () => {
  test('begins at the first part, and later where the learner left off', async () => {
    const heading = packageItem({ identifier: 'h', position: 0, type: 'heading', launchPath: null })
    const parts = ['a', 'b'].map((identifier, index) =>
      packageItem({ identifier, position: index + 1, launchPath: `${identifier}/index 1.html` }),
    )
    const packageId = await makePackage({ items: [heading, ...parts] })
    const { personId } = await makePerson()
    const { launch } = await makeAttempt(personId, await makeModule({ packageId }))
    const first = await openAttempt(launch, { item: null, unsent: [] })
    expect(first).toMatchObject({ item: 'a', lastSequence: 0, writer: launch.writer, held: [] })
    expect(first.items.map(({ launchUrl }) => launchUrl)).toEqual([
      null,
      expect.stringMatching(/^\/content\/[0-9a-f]{12}\/a\/index%201\.html$/),
      expect.stringMatching(/^\/content\/[0-9a-f]{12}\/b\/index%201\.html$/),
    ])
    await commitAll(launch, commitOf(1, {}, { item: 'b' }))
    expect(await openAttempt(launch, { item: null, unsent: [] })).toMatchObject({ item: 'b' })
    expect(await openAttempt(launch, { item: 'a', unsent: [] })).toMatchObject({ item: 'a' })
  })

  test('gives content what it had saved, under a pseudonym that is the same in this package only', async () => {
    const [one, two] = [await makeModule(), await makeModule()]
    const { personId } = await makePerson({ givenName: 'Tova', familyName: 'Hemlig' })
    const saved = { 'cmi.core.lesson_location': '4', 'cmi.suspend_data': 'a=1' }
    const { launch } = await makeAttempt(personId, one)
    await commitAll(
      launch,
      commitOf(1, { ...saved, 'cmi.core.session_time': '00:01:30', 'cmi.core.exit': 'suspend' }),
    )
    const { seed } = await openAttempt(launch, { item: null, unsent: [] })
    expect(seed.state?.totalSeconds).toBe(90)
    expect(seed.state?.elements).toMatchObject(saved)
    const other = await makeAttempt(personId, two)
    const { seed: elsewhere } = await openAttempt(other.launch, { item: null, unsent: [] })
    expect(elsewhere.state).toBeNull()
    expect(seed.learner.id).not.toBe(elsewhere.learner.id)
    expect(JSON.stringify([seed, elsewhere])).not.toMatch(/Tova|Hemlig|robin/)
    expect(JSON.stringify([seed, elsewhere])).not.toContain(personId)
  })

  test('tells the player whether the package is judged by the standard’s letter, as its commits are', async () => {
    const { personId } = await makePerson()
    const module = await makeModule()
    const { launch } = await makeAttempt(personId, module)
    const isStrict = async () =>
      (await openAttempt(launch, { item: null, unsent: [] })).seed.isStrict
    expect(await isStrict()).toBe(false)
    const { packageId } = module
    await prisma().contentPackage.update({ where: { id: packageId }, data: { strict: true } })
    expect(await isStrict()).toBe(true)
  })

  test('tells which of the commits in an outbox have arrived, and from which launch', async () => {
    const { personId } = await makePerson()
    const { launch } = await makeAttempt(personId, await makeModule())
    await commitAll(launch, commitOf(1, {}), commitOf(2, {}))
    const later = { ...launch, writer: newId() }
    const { writer } = launch
    const unsent = [
      { writer, sequence: 2 },
      { writer, sequence: 3 },
      { writer: 'another launch', sequence: 1 },
    ]
    const state = await openAttempt(later, { item: null, unsent })
    expect(state.held).toEqual([{ writer, sequence: 2 }])
    expect(state).toMatchObject({ lastSequence: 2, writer: later.writer })
  })
})
