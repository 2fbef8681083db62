import { expect, test } from 'vitest'
import { addVersion, publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { commitAll, commitOf, makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readVersionUse } from './under-way.server.ts'

useDatabase()

const completed = commitOf(1, { 'cmi.core.lesson_status': 'completed' })

test('who publishes a version is told how many are in the one before, each person once', async () => {
  const module = await makeModule()
  const begin = async () => makeAttempt((await makePerson()).personId, module)
  // Two are under way in the first version; two have completed it, one of whom then begins the second.
  await begin()
  await begin()
  const [done, again] = [await begin(), await begin()]
  for (const { launch } of [done, again]) await commitAll(launch, completed)
  const { moduleId } = module
  const versionId = await addVersion({
    actor: systemActor,
    moduleId,
    packageId: await makePackage(),
  })
  expect(await readVersionUse(moduleId)).toEqual([
    { versionId, number: 2, underWay: 0, completed: 0 },
    { versionId: module.versionId, number: 1, underWay: 2, completed: 2 },
  ])
  await publishVersion({ actor: systemActor, versionId })
  await makeAttempt(again.personId, module)
  expect(await readVersionUse(moduleId)).toEqual([
    { versionId, number: 2, underWay: 1, completed: 0 },
    { versionId: module.versionId, number: 1, underWay: 2, completed: 1 },
  ])
})

test('a module that there is not has no versions in use', async () => {
  expect(await readVersionUse(newId())).toEqual([])
})
