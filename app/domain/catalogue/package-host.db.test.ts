import { expect, test } from 'vitest'
import type { PersonActor, Role } from '~/kernel/actor.ts'
import { newId, type PersonId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule, makePackage } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { allowHost, stopHost } from './package-host.server.ts'
import { readVersionForEditor } from './version-report.server.ts'

useDatabase()

const personWith = (role: Role): PersonActor => ({
  kind: 'person',
  personId: newId<PersonId>(),
  givenName: 'Test',
  familyName: 'Testsson',
  language: 'sv',
  emailConfirmed: true,
  grants: [{ role, scope: { kind: 'nation' } }],
})
const editor = personWith('editor')
const host = 'cdn.example.com'

const moduleThatNames = async (...hosts: string[]) => {
  const found = hosts.map((name) => ({ host: name, kinds: ['script'], foundIn: 'index.html' }))
  return makeModule({ packageId: await makePackage({ hosts: found }), status: 'draft' })
}

const hostsOf = async (versionId: string) =>
  (await readVersionForEditor(versionId, 'sv')).hosts.map((row) => [row.host, row.isAllowed])

const auditOf = (subjectId: string) =>
  prisma().auditEntry.findMany({
    where: { subjectId, action: { startsWith: 'package-host.' } },
    orderBy: { id: 'asc' },
  })

test('a host that was found is stopped until an editor allows it, and can be stopped again', async () => {
  const { versionId, packageId } = await moduleThatNames(host)
  expect(await hostsOf(versionId)).toEqual([[host, false]])
  await allowHost({ actor: editor, versionId, host })
  expect(await hostsOf(versionId)).toEqual([[host, true]])
  const row = await prisma().packageHost.findFirstOrThrow({ where: { packageId } })
  expect(row).toMatchObject({
    allowedBy: editor.personId,
    kinds: ['script'],
    foundIn: 'index.html',
  })
  await stopHost({ actor: editor, versionId, host })
  expect(await hostsOf(versionId)).toEqual([[host, false]])
  expect(await auditOf(packageId)).toMatchObject([
    { action: 'package-host.allowed', actorPersonId: editor.personId, detail: { host } },
    { action: 'package-host.stopped', actorPersonId: editor.personId, detail: { host } },
  ])
})

test('a host that was not found can be allowed by name, and is forgotten when it is stopped', async () => {
  const { versionId } = await moduleThatNames('a.example')
  await allowHost({ actor: editor, versionId, host })
  expect((await readVersionForEditor(versionId, 'sv')).hosts).toContainEqual({
    host,
    kinds: [],
    foundIn: null,
    isAllowed: true,
  })
  await stopHost({ actor: editor, versionId, host })
  expect(await hostsOf(versionId)).toEqual([['a.example', false]])
})

test('what is so already leaves no line in the trail', async () => {
  const { versionId, packageId } = await moduleThatNames(host)
  await stopHost({ actor: editor, versionId, host })
  await allowHost({ actor: editor, versionId, host })
  await allowHost({ actor: editor, versionId, host })
  expect(await auditOf(packageId)).toHaveLength(1)
})

test('a change holds for every version with the same package, and for no other package', async () => {
  const one = await moduleThatNames(host)
  const two = await makeModule({ packageId: one.packageId })
  const other = await moduleThatNames(host)
  await allowHost({ actor: editor, versionId: one.versionId, host })
  expect(await hostsOf(two.versionId)).toEqual([[host, true]])
  expect(await hostsOf(other.versionId)).toEqual([[host, false]])
})

test('our own hosts are never allowed', async () => {
  const { versionId } = await moduleThatNames()
  for (const own of ['samsyn.localhost:3000', 'samsyn.localhost', 'c-abc.samsyn.localhost:3000']) {
    const refused = allowHost({ actor: editor, versionId, host: own })
    await expect(refused).rejects.toMatchObject({ code: 'catalogue.host-own', field: 'host' })
  }
  expect(await hostsOf(versionId)).toEqual([])
})

test('a package may have thirty, which its answers can carry, and no more', async () => {
  const { versionId } = await moduleThatNames()
  const names = Array.from({ length: 31 }, (_, number) => `host-${number}.example`)
  for (const name of names.slice(0, 30)) await allowHost({ actor: editor, versionId, host: name })
  await expect(allowHost({ actor: editor, versionId, host: names[30]! })).rejects.toMatchObject({
    code: 'catalogue.hosts-too-many',
  })
  expect(await hostsOf(versionId)).toHaveLength(30)
})

test('only editors decide, and only for versions that there are', async () => {
  const { versionId } = await moduleThatNames(host)
  for (const change of [allowHost, stopHost]) {
    await expect(change({ actor: personWith('analyst'), versionId, host })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const missing of [newId(), 'nonsense', undefined]) {
      const changed = change({ actor: editor, versionId: missing, host })
      await expect(changed).rejects.toMatchObject({ code: 'not-found' })
    }
  }
})

test('the report tells what the reader found, and what is contacted before what is linked', async () => {
  const problems = [
    { severity: 'warning' as const, code: 'flash', where: 'a.swf', detail: { path: 'a.swf' } },
  ]
  const hosts = [
    { host: 'a.example', kinds: ['link'], foundIn: 'a.html' },
    { host: 'b.example', kinds: ['link', 'script'], foundIn: 'b.html' },
  ]
  const said = { language: 'sv', description: 'Om samtal.', durationSeconds: 1_200 }
  const packageId = await makePackage({ ...said, problems, hosts, needsSequencing: true })
  const { versionId } = await makeModule({ packageId })
  const report = await readVersionForEditor(versionId, 'sv')
  expect(report.package).toMatchObject({ ...said, problems, needsSequencing: true })
  expect(report.hosts).toMatchObject([
    { host: 'b.example', kinds: ['link', 'script'], foundIn: 'b.html', isAllowed: false },
    { host: 'a.example' },
  ])
})
