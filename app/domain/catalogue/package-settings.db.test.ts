import { expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { decidePackageSettings } from './package-settings.server.ts'
import { readVersionForEditor } from './version-report.server.ts'

useDatabase()

const settings = { strict: true, learnerIdentity: 'name' as const }

test('a package keeps to no length and tells no name until an editor decides otherwise', async () => {
  const { versionId } = await makeModule()
  const read = async () => (await readVersionForEditor(versionId, 'sv')).package
  expect(await read()).toMatchObject({ strict: false, learnerIdentity: 'pseudonym' })
  await decidePackageSettings({ actor: systemActor, versionId, ...settings })
  expect(await read()).toMatchObject(settings)
})

test('a decision stands in the audit trail, and one that changes nothing does not', async () => {
  const { versionId, packageId } = await makeModule()
  for (let times = 0; times < 2; times++) {
    await decidePackageSettings({ actor: systemActor, versionId, ...settings })
  }
  const trail = await prisma().auditEntry.findMany({
    where: { subjectId: packageId, action: 'package.settings-decided' },
  })
  expect(trail.map(({ detail }) => detail)).toEqual([settings])
})

test('nobody but editors decides, and only for a version that is there', async () => {
  const { versionId } = await makeModule()
  const learner = await actingAs((await makePerson()).personId)
  const refused = decidePackageSettings({ actor: learner, versionId, ...settings })
  await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  for (const nowhere of [newId(), 'x', undefined]) {
    await expect(
      decidePackageSettings({ actor: systemActor, versionId: nowhere, ...settings }),
    ).rejects.toMatchObject({ code: 'not-found' })
  }
})
