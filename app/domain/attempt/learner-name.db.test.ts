import { expect, test } from 'vitest'
import { decidePackageSettings } from '~/domain/catalogue/package-settings.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openAttempt } from './open-attempt.server.ts'

useDatabase()

test('content is told a pseudonym, and the name only where an editor has decided so', async () => {
  const { personId } = await makePerson({ givenName: 'Robin', familyName: 'Ek' })
  const module = await makeModule()
  const { launch } = await makeAttempt(personId, module)
  const told = async () => (await openAttempt(launch, { item: null, unsent: [] })).seed.learner
  const before = await told()
  expect(before).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    name: 'Deltagare',
  })
  await decidePackageSettings({
    actor: systemActor,
    versionId: module.versionId,
    strict: false,
    learnerIdentity: 'name',
  })
  // The id stays what it was: content may have kept something under it.
  expect(await told()).toEqual({ id: before.id, name: 'Ek, Robin' })
})
