import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { newId, type PersonId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { blobs } from '~/platform/blobs.server.ts'
import { prisma } from '~/platform/db/database.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { parseManifest } from '~/standards/scorm/manifest.ts'
import { basicCourse, twoItems } from '../../../../tests/packages/build.ts'
import { manifest12, manifest2004 } from '../../../../tests/packages/manifest-xml.ts'
import { launching, scoOf, withManifest } from '../../../../tests/packages/odd-package.ts'
import { useDatabase } from '../../../../tests/setup/use-database.ts'
import { importPackage } from './import-package.server.ts'
import { limitsOf } from './package-limits.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-import-'))
process.env.DATA_FOLDER = path.join(folder, 'data')
useDatabase()
afterAll(() => rmSync(folder, { recursive: true }))

const editor: PersonActor = {
  kind: 'person',
  personId: newId<PersonId>(),
  givenName: 'Test',
  familyName: 'Testsson',
  language: 'sv',
  emailConfirmed: true,
  grants: [{ role: 'editor', scope: { kind: 'nation' } }],
}

let basic: Buffer
beforeAll(async () => {
  basic = await basicCourse()
})

function zipFileOf(content: Buffer | string): string {
  const file = path.join(folder, `${newId()}.zip`)
  writeFileSync(file, content)
  return file
}

const nothing = () => Promise.resolve()

const importOf = (content: Buffer | string, actor: PersonActor = editor) =>
  importPackage({ actor, zipFile: zipFileOf(content), fileName: 'samtal.zip', within: nothing })

/** Everything below the data folder, as paths. */
function filesKept(): string[] {
  const data = path.join(folder, 'data')
  if (!existsSync(data)) return []
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

async function everything() {
  return {
    packages: await prisma().contentPackage.count(),
    items: await prisma().packageItem.count(),
    files: await prisma().packageFile.count(),
    audit: await prisma().auditEntry.count(),
    kept: filesKept(),
  }
}

test('a package goes in: its rows, its items, its files by their content', async () => {
  const { packageId, isNew } = await importOf(basic)
  expect(isNew).toBe(true)
  const row = await prisma().contentPackage.findUniqueOrThrow({
    where: { id: packageId },
    include: { items: true, files: { orderBy: { path: 'asc' } } },
  })
  expect(row).toMatchObject({
    fileName: 'samtal.zip',
    standard: 'SCORM',
    edition: '1.2',
    bytes: BigInt(basic.length),
    fileCount: 4,
    importedBy: editor.personId,
  })
  expect(row.items).toMatchObject([{ position: 0, type: 'sco', launchPath: 'index.html' }])
  expect(row.files.map((file) => [file.path, file.mediaType])).toEqual([
    ['course.css', 'text/css'],
    ['course.js', 'text/javascript'],
    ['imsmanifest.xml', 'application/xml'],
    ['index.html', 'text/html'],
  ])
  for (const { sha256, bytes } of row.files) expect(await blobs().size(sha256)).toBe(Number(bytes))
  const page = row.files.find((file) => file.path === 'index.html')!
  expect(await text(await blobs().read(page.sha256))).toContain('Samtalets grunder')
  const audit = await prisma().auditEntry.findMany({ where: { subjectId: packageId } })
  expect(audit).toMatchObject([
    { action: 'package.imported', actorPersonId: editor.personId, detail: { files: 4 } },
  ])
  expect(readdirSync(path.join(folder, 'data/staging'))).toEqual([])
})

test('the same file again is recognised, and nothing is written', async () => {
  const first = await importOf(basic)
  const before = await everything()
  const again = await importOf(basic)
  expect(again).toMatchObject({ packageId: first.packageId, isNew: false })
  expect(await everything()).toEqual(before)
})

test('two who bring the same file at once get one package', async () => {
  const zip = await basicCourse({ title: 'Samtidigt' })
  const both = await Promise.all([importOf(zip), importOf(zip)])
  expect(both[0].packageId).toBe(both[1].packageId)
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true])
})

test('the zip itself is read and left alone', async () => {
  const zipFile = zipFileOf(basic)
  await importPackage({ actor: systemActor, zipFile, fileName: 'a.zip', within: nothing })
  expect(readFileSync(zipFile).equals(basic)).toBe(true)
})

test('headings, parts and what the manifest says of them are kept in document order', async () => {
  const { packageId } = await importOf(await twoItems())
  const items = await prisma().packageItem.findMany({
    where: { packageId },
    orderBy: { position: 'asc' },
  })
  expect(items.map((item) => [item.identifier, item.type, item.depth])).toEqual([
    ['intro', 'asset', 0],
    ['parts', 'heading', 0],
    ['first', 'sco', 1],
    ['second', 'sco', 1],
  ])
  expect(items[2]).toMatchObject({ masteryScore: 80, launchPath: 'del-1/index.html' })
  expect(items[3]).toMatchObject({
    launchQuery: '?del=2',
    maxTimeAllowed: '0001:00:00',
    timeLimitAction: 'continue,message',
    dataFromLms: 'del=2',
  })
})

test('what the manifest of SCORM 2004 says of its order is kept whole', async () => {
  const inside =
    '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.6"/>' +
    '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/><imsss:objectives>' +
    '<imsss:primaryObjective objectiveID="mål" satisfiedByMeasure="true">' +
    '<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective>' +
    '</imsss:objectives></imsss:sequencing>'
  const manifest = manifest2004('2004 4th Edition', inside)
  const { packageId } = await importOf(withManifest(manifest))
  const row = await prisma().contentPackage.findUniqueOrThrow({
    where: { id: packageId },
    include: { items: true },
  })
  const read = parseManifest(manifest)
  const { sequencing, objectivesGlobalToSystem } = read
  expect(row).toMatchObject({
    edition: '2004 4th',
    needsSequencing: read.needsSequencing,
    sequencing: { ...sequencing, objectivesGlobalToSystem },
    problems: read.problems,
  })
  expect(row.items).toMatchObject([
    {
      scaledPassingScore: 0.7,
      completionThreshold: 0.6,
      visible: true,
      parent: null,
      sequencing: read.items[0]!.sequencing,
    },
  ])
})

test('the hosts that it names are kept, none of them allowed', async () => {
  const html = '<img src="https://b.example.com/p"><a href="https://a.example.com/">Mer</a>'
  const { packageId } = await importOf(launching('a.html', [{ name: 'a.html', content: html }]))
  const hosts = await prisma().packageHost.findMany({
    where: { packageId },
    orderBy: { host: 'asc' },
  })
  const unknown = { packageId, foundIn: 'a.html', allowedAt: null, allowedBy: null }
  expect(hosts).toEqual([
    { ...unknown, host: 'a.example.com', kinds: ['link'] },
    { ...unknown, host: 'b.example.com', kinds: ['image'] },
  ])
})

test('ten thousand items and a title cut within a letter go in', async () => {
  const items = Array.from(
    { length: 10_000 },
    (_, i) => `<item identifier="i${i}" identifierref="r1"><title>Del ${i}</title></item>`,
  )
  const title = `${'x'.repeat(999)}😀😀`
  const missing = `<file href="${'å'.repeat(198)}😀😀.png"/>`
  const manifest = manifest12({
    organizations: `<organization identifier="org"><title>${title}</title>${items.join('')}</organization>`,
    resources: scoOf('index.html').replace('</resource>', `${missing}</resource>`),
  })
  const { packageId } = await importOf(withManifest(manifest))
  expect(await prisma().packageItem.count({ where: { packageId } })).toBe(10_000)
  const last = { packageId_identifier: { packageId, identifier: 'i9999' } }
  expect(await prisma().packageItem.findUnique({ where: last })).toMatchObject({
    position: 9_999,
    sequencing: null,
  })
})

test('a refused package leaves no row and no file', async () => {
  const before = await everything()
  await expect(importOf('not a zip at all')).rejects.toMatchObject({ code: 'package.not-a-zip' })
  const cut = basic.subarray(0, basic.length - 30)
  await expect(importOf(cut)).rejects.toMatchObject({ code: 'package.not-a-zip' })
  expect(await everything()).toEqual(before)
})

test('an import that is stopped midway leaves no row and no file', async () => {
  const before = await everything()
  const zipFile = zipFileOf(await basicCourse({ title: 'Avbruten' }))
  const signal = AbortSignal.abort()
  const stopped = importPackage({
    actor: editor,
    zipFile,
    fileName: 'a.zip',
    signal,
    within: nothing,
  })
  await expect(stopped).rejects.toMatchObject({ code: 'upload.broken-off' })
  expect(await everything()).toEqual(before)
})

test('what the package is taken in for is written with it, also where it is held already', async () => {
  const zip = await basicCourse({ title: 'Med sin version' })
  const seen: unknown[] = []
  const within = async (tx: Tx, packageId: string) => {
    seen.push(await tx.packageFile.count({ where: { packageId } }))
    return packageId
  }
  const bring = () =>
    importPackage({ actor: editor, zipFile: zipFileOf(zip), fileName: 'a', within })
  const [first, again] = [await bring(), await bring()]
  expect(first).toEqual({ packageId: first.packageId, isNew: true, result: first.packageId })
  expect(again).toEqual({ ...first, isNew: false })
  expect(seen).toEqual([4, 4])
})

test('a package whose purpose is refused leaves no row and no file', async () => {
  const before = await everything()
  const zipFile = zipFileOf(await basicCourse({ title: 'Till ingen nytta' }))
  const within = () => Promise.reject(new Refusal('not-found'))
  const refused = importPackage({ actor: editor, zipFile, fileName: 'a.zip', within })
  await expect(refused).rejects.toMatchObject({ code: 'not-found' })
  expect(await everything()).toEqual(before)
})

test('who is no editor brings nothing in', async () => {
  const before = await everything()
  const learner = { ...editor, grants: [] }
  await expect(importOf(basic, learner)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await everything()).toEqual(before)
})

test('the settings bound the zip, what it unpacks to and the number of files', () => {
  expect(limitsOf({ PACKAGE_MAX_MB: 100, PACKAGE_MAX_FILES: 50 })).toMatchObject({
    maxZipBytes: 100_000_000,
    maxFileBytes: 100_000_000,
    maxBytes: 400_000_000,
    maxFiles: 50,
  })
})
