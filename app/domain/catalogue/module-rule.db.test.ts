import { describe, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { decideModuleRuleSchema } from './module-rule.schema.ts'
import { decideModuleRule, listModuleRules, readModuleRule } from './module-rule.server.ts'
import { usualRules } from './module-rule.ts'

useDatabase()

const strict = { ...usualRules, scoreRule: 'first' as const, attemptsAllowed: 2 }

describe('the rules of a module', () => {
  test('are the usual ones until an editor decides, and are never changed, only followed by others', async () => {
    const { moduleId } = await makeModule()
    expect(await readModuleRule(moduleId)).toEqual({ ...usualRules, decidedAt: null })
    await decideModuleRule({ actor: systemActor, moduleId, ...strict })
    await decideModuleRule({ actor: systemActor, moduleId, ...usualRules })
    expect(await readModuleRule(moduleId)).toMatchObject(usualRules)
    expect(await listModuleRules(moduleId)).toMatchObject([usualRules, strict])
  })

  test('stand in the audit trail, once for each decision that changes something', async () => {
    const { moduleId } = await makeModule()
    for (let times = 0; times < 2; times++) {
      await decideModuleRule({ actor: systemActor, moduleId, ...strict })
    }
    const trail = await prisma().auditEntry.findMany({
      where: { subjectId: moduleId, action: 'module-rule.decided' },
    })
    expect(trail.map(({ detail }) => detail)).toEqual([strict])
  })

  test('are decided by editors, for a module that is there', async () => {
    const { moduleId } = await makeModule()
    const learner = await actingAs((await makePerson()).personId)
    await expect(decideModuleRule({ actor: learner, moduleId, ...strict })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const nowhere of [newId(), 'x', undefined]) {
      await expect(
        decideModuleRule({ actor: systemActor, moduleId: nowhere, ...strict }),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('come from a form in which an empty number means as many attempts as one likes', () => {
    const form = { statusRule: 'latest', scoreRule: 'best', appliesLimits: 'on' }
    expect(decideModuleRuleSchema.parse({ ...form, attemptsAllowed: '' })).toEqual({
      statusRule: 'latest',
      scoreRule: 'best',
      passedCompletes: false,
      appliesLimits: true,
      attemptsAllowed: null,
    })
    expect(decideModuleRuleSchema.parse({ ...form, attemptsAllowed: ' 3 ' })).toMatchObject({
      attemptsAllowed: 3,
    })
    for (const wrong of ['0', '1,5', 'x', '100']) {
      expect(decideModuleRuleSchema.safeParse({ ...form, attemptsAllowed: wrong }).success).toBe(
        false,
      )
    }
  })
})
