import { describe, expect, test } from 'vitest'
import { decideModuleRule } from '~/domain/catalogue/module-rule.server.ts'
import { usualRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { systemActor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openAttempt } from './open-attempt.server.ts'
import { readResult } from './read-result.server.ts'
import { startAttempt } from './start-attempt.server.ts'

useDatabase()

const ended = (status: string, raw: string) => ({
  'cmi.core.lesson_status': status,
  'cmi.core.score.raw': raw,
})

async function ruled(rules: Partial<AttemptRules>) {
  const module = await makeModule()
  const { moduleId } = module
  await decideModuleRule({ actor: systemActor, moduleId, ...usualRules, ...rules })
  return module
}

async function begun(module: MadeModule) {
  const { personId } = await makePerson()
  const made = await makeAttempt(personId, module)
  const actor = await actingAs(personId)
  const anew = () => startAttempt({ actor, moduleSlug: module.slug, again: true })
  const attempts = () =>
    prisma().attempt.findMany({
      where: { registrationId: made.registrationId },
      orderBy: { number: 'asc' },
    })
  const result = () => readResult({ actor, moduleId: module.moduleId })
  return { ...made, actor, anew, attempts, result }
}

describe('an attempt', () => {
  test('falls back where what content said last stands; its completion stays all the same', async () => {
    const { launch, attempts, personId } = await begun(await ruled({ statusRule: 'latest' }))
    const answer = await commitAll(
      launch,
      commitOf(1, ended('passed', '90')),
      commitOf(2, ended('incomplete', '10')),
    )
    expect(answer).toMatchObject({ progress: { completion: 'incomplete', success: 'unknown' } })
    const [attempt] = await attempts()
    expect(attempt).toMatchObject({ completion: 'incomplete', scoreScaled: 0.9 })
    expect(attempt!.completedAt).not.toBeNull()
    expect(await prisma().completion.count({ where: { personId } })).toBe(1)
    // Completed once more: still one completion.
    await commitAll(launch, commitOf(3, ended('passed', '95')))
    expect(await prisma().completion.count({ where: { personId } })).toBe(1)
  })

  test('keeps the rules that it began with when others are decided', async () => {
    const module = await ruled({ scoreRule: 'latest' })
    const { launch, attempts } = await begun(module)
    await decideModuleRule({ actor: systemActor, moduleId: module.moduleId, ...usualRules })
    await commitAll(launch, commitOf(1, ended('failed', '90')), commitOf(2, ended('failed', '20')))
    expect((await attempts())[0]!.scoreScaled).toBe(0.2)
    const later = await begun(module)
    await commitAll(later.launch, commitOf(1, ended('failed', '90')))
    await commitAll(later.launch, commitOf(2, ended('failed', '20')))
    expect((await later.attempts())[0]!.scoreScaled).toBe(0.9)
  })
})

describe('a launch of a part that has fallen back since', () => {
  const reopened = async (rules: Partial<AttemptRules>) => {
    const { launch } = await begun(await ruled(rules))
    await commitAll(launch, commitOf(1, ended('passed', '90')))
    await commitAll(launch, commitOf(2, ended('incomplete', '10')))
    return (await openAttempt(launch, { item: null, unsent: [] })).seed
  }

  test('tells content that it is passed, as everybody else is told', async () => {
    const seed = await reopened({})
    expect(seed.state!.elements['cmi.core.lesson_status']).toBe('passed')
    expect(seed.rules).toEqual({ appliesLimits: true, passedCompletes: true, keepsStatus: true })
  })

  test('tells content’s own latest word where that is what counts', async () => {
    const seed = await reopened({ statusRule: 'latest', appliesLimits: false })
    expect(seed.state!.elements['cmi.core.lesson_status']).toBe('incomplete')
    expect(seed.rules).toMatchObject({ appliesLimits: false, keepsStatus: false })
  })
})

describe('another attempt', () => {
  test('is made on the same content host when the one before is done, once however often it is asked for', async () => {
    const { launch, anew, attempts, registrationId } = await begun(await makeModule())
    expect(await anew()).toBe(registrationId)
    expect(await attempts()).toHaveLength(1)
    await commitAll(launch, commitOf(1, ended('passed', '90')))
    for (let times = 0; times < 2; times++) expect(await anew()).toBe(registrationId)
    const [one, two] = await attempts()
    expect(two).toMatchObject({ number: 2, completion: 'not attempted', lastSequence: 0 })
    expect(two!.supportCode).not.toBe(one!.supportCode)
    const trail = await prisma().auditEntry.findMany({ where: { subjectId: two!.id } })
    expect(trail).toMatchObject([{ action: 'attempt.started', detail: { number: 2 } }])
  })

  test('is refused by name beyond the number that the module allows', async () => {
    const { launch, anew, attempts } = await begun(await ruled({ attemptsAllowed: 2 }))
    await commitAll(launch, commitOf(1, ended('failed', '20')))
    await anew()
    const [, second] = await attempts()
    const again = await makeLaunch(second!.id, launch.hostLabel)
    await commitAll(again, commitOf(1, ended('failed', '30')))
    await expect(anew()).rejects.toMatchObject({ code: 'attempt.none-left', detail: { number: 2 } })
  })

  test('counts with the earlier ones in the result that stands', async () => {
    const module = await ruled({ attemptsAllowed: 2 })
    const { launch, anew, attempts, result } = await begun(module)
    expect(await result()).toMatchObject({ mayStartAgain: false, attemptsLeft: 1 })
    await commitAll(launch, commitOf(1, ended('passed', '70')))
    expect(await result()).toMatchObject({ mayStartAgain: true, attemptsLeft: 1 })
    await anew()
    const again = await makeLaunch((await attempts())[1]!.id, launch.hostLabel)
    await commitAll(again, commitOf(1, ended('failed', '30')))
    expect(await result()).toMatchObject({
      attempts: [{ number: 1 }, { number: 2, success: 'failed' }],
      stands: { completion: 'completed', success: 'passed', scoreScaled: 0.7 },
      mayStartAgain: false,
      attemptsLeft: 0,
    })
  })

  test('is nothing to somebody who has not begun', async () => {
    const actor = await actingAs((await makePerson()).personId)
    const { moduleId } = await makeModule()
    expect(await readResult({ actor, moduleId })).toBeUndefined()
  })
})
