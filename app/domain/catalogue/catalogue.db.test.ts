import { describe, expect, test } from 'vitest'
import type { PersonActor, Role } from '~/kernel/actor.ts'
import { systemActor } from '~/kernel/actor.ts'
import { newId, type PackageId, type PersonId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { rows } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import {
  makeCourse,
  makeModule,
  makePackage,
  packageItem,
} from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { addVersion, createCourse, createModule, publishVersion } from './catalogue.server.ts'
import {
  listCatalogue,
  listPublishedCourses,
  readModuleForEditor,
  readPublishedModule,
} from './read-catalogue.server.ts'
import { readCoursePage } from './read-course-page.server.ts'
import { saveContentPackage } from './save-content-package.server.ts'
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
const analyst = personWith('analyst')

const courseValues = (slug: string) => ({
  slug,
  titleSv: 'Grundkurs',
  titleEn: 'Basic course',
  descriptionSv: 'Om kursen.',
  descriptionEn: 'About it.',
})
const moduleValues = (slug: string) => ({
  slug,
  titleSv: 'Första steget',
  titleEn: 'First step',
  summarySv: 'Om modulen.',
  summaryEn: 'About it.',
  minutes: 25,
})

const auditOf = (subjectId: string) =>
  prisma().auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

const statusesOf = async (moduleId: string) => {
  const versions = await prisma().moduleVersion.findMany({
    where: { moduleId },
    orderBy: { number: 'asc' },
  })
  return versions.map(({ status }) => status)
}

describe('courses and modules', () => {
  test('an editor adds a course and a module, and both leave a trace', async () => {
    const courseId = await createCourse({ actor: editor, ...courseValues('trail') })
    const moduleId = await createModule({ actor: editor, courseId, ...moduleValues('trail-1') })
    expect(await auditOf(courseId)).toMatchObject([
      { action: 'course.created', actorPersonId: editor.personId },
    ])
    expect(await auditOf(moduleId)).toMatchObject([
      { action: 'module.created', detail: { courseId } },
    ])
  })

  test('a slug is taken once, and the refusal points at its field', async () => {
    const courseId = await createCourse({ actor: editor, ...courseValues('taken') })
    await expect(createCourse({ actor: editor, ...courseValues('taken') })).rejects.toMatchObject({
      code: 'catalogue.slug-taken',
      field: 'slug',
    })
    await createModule({ actor: editor, courseId, ...moduleValues('taken-1') })
    const again = createModule({ actor: editor, courseId, ...moduleValues('taken-1') })
    await expect(again).rejects.toMatchObject({ code: 'catalogue.slug-taken', field: 'slug' })
    expect(await prisma().course.count({ where: { slug: 'taken' } })).toBe(1)
    expect(await prisma().module.count({ where: { slug: 'taken-1' } })).toBe(1)
  })

  test('who is no editor changes nothing', async () => {
    const { moduleId, versionId, packageId } = await makeModule({ status: 'draft' })
    const before = await prisma().auditEntry.count()
    const courseId = await makeCourse()
    for (const attempt of [
      () => createCourse({ actor: analyst, ...courseValues('denied') }),
      () => createModule({ actor: analyst, courseId, ...moduleValues('denied-1') }),
      () => addVersion({ actor: analyst, moduleId, packageId }),
      () => publishVersion({ actor: analyst, versionId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await prisma().course.count({ where: { slug: 'denied' } })).toBe(0)
    expect(await prisma().module.count({ where: { slug: 'denied-1' } })).toBe(0)
    expect(await statusesOf(moduleId)).toEqual(['draft'])
    // One more: the course that makeCourse added.
    expect(await prisma().auditEntry.count()).toBe(before + 1)
  })

  test.each(['no-id', newId()])('what is not there (%s) is not found', async (id) => {
    const courseId = newId<never>()
    const packageId = newId<PackageId>()
    for (const attempt of [
      () => createModule({ actor: editor, courseId, ...moduleValues('nowhere') }),
      () => addVersion({ actor: editor, moduleId: id, packageId }),
      () => publishVersion({ actor: editor, versionId: id }),
      () => readModuleForEditor(id, 'sv'),
      () => readVersionForEditor(id, 'sv'),
      () => readCoursePage(id, 'sv'),
      () => readPublishedModule(id, 'sv'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('versions', () => {
  test('publishing switches: the earlier version is withdrawn in the same breath', async () => {
    const { moduleId, slug, versionId: first } = await makeModule()
    const second = await addVersion({ actor: editor, moduleId, packageId: await makePackage() })
    expect((await readPublishedModule(slug, 'sv')).versionId).toBe(first)
    await publishVersion({ actor: editor, versionId: second })
    expect(await statusesOf(moduleId)).toEqual(['withdrawn', 'published'])
    expect((await readPublishedModule(slug, 'sv')).versionId).toBe(second)
    expect(await auditOf(second)).toMatchObject([
      { action: 'version.added', detail: { moduleId, number: 2 } },
      { action: 'version.published', detail: { moduleId, number: 2, withdrawn: first } },
    ])
  })

  test('publishing is told as an event, with ids only', async () => {
    const { moduleId, versionId } = await makeModule()
    const jobs = await rows<{ data: unknown }>(
      sql`select data from pgboss.job where name = 'event' and data->'payload'->>'versionId' = ${versionId}`,
    )
    expect(jobs).toEqual([{ data: { name: 'module.published', payload: { moduleId, versionId } } }])
  })

  test('two who publish at once leave one published version', async () => {
    const { moduleId, versionId: first } = await makeModule({ status: 'draft' })
    const second = await addVersion({ actor: editor, moduleId, packageId: await makePackage() })
    await Promise.all([
      publishVersion({ actor: editor, versionId: first }),
      publishVersion({ actor: editor, versionId: second }),
    ])
    expect((await statusesOf(moduleId)).sort()).toEqual(['published', 'withdrawn'])
  })

  test('the same version is not published twice', async () => {
    const { versionId } = await makeModule()
    await expect(publishVersion({ actor: editor, versionId })).rejects.toMatchObject({
      code: 'catalogue.already-published',
      detail: { number: 1 },
    })
    expect(await auditOf(versionId)).toHaveLength(2)
  })

  test('a package that names WebRTC is published only by an editor who answers for it', async () => {
    const problem = {
      severity: 'warning',
      code: 'peer-connection',
      where: 'a.js',
      detail: {},
    } as const
    const packageId = await makePackage({ problems: [problem] })
    const { moduleId } = await makeModule()
    const versionId = await addVersion({ actor: editor, moduleId, packageId })
    await expect(publishVersion({ actor: editor, versionId })).rejects.toMatchObject({
      code: 'catalogue.peer-connection',
      field: 'peerConnection',
    })
    expect(await statusesOf(moduleId)).toEqual(['published', 'draft'])
    await publishVersion({ actor: editor, versionId, acceptsPeerConnection: true })
    expect(await statusesOf(moduleId)).toEqual(['withdrawn', 'published'])
    const audit = await auditOf(versionId)
    expect(audit.at(-1)).toMatchObject({ detail: { peerConnection: 'accepted' } })
  })

  test('the same package twice is the same version, until that one is withdrawn', async () => {
    const { moduleId, versionId, packageId } = await makeModule()
    expect(await addVersion({ actor: editor, moduleId, packageId })).toBe(versionId)
    const other = await addVersion({ actor: editor, moduleId, packageId: await makePackage() })
    await publishVersion({ actor: editor, versionId: other })
    const again = await addVersion({ actor: editor, moduleId, packageId })
    expect(again).not.toBe(versionId)
    expect(await statusesOf(moduleId)).toEqual(['withdrawn', 'published', 'draft'])
  })
})

describe('packages', () => {
  test('a failure after the rows takes them all away again', async () => {
    const sha256 = 'f'.repeat(64)
    const failing = inTransaction(systemActor, async (tx) => {
      await saveContentPackage(tx, systemActor, contentOf(sha256))
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await prisma().contentPackage.count({ where: { sha256 } })).toBe(0)
    expect(await prisma().packageFile.count({ where: { sha256 } })).toBe(0)
  })

  test('twenty thousand files go in with one statement', async () => {
    const files = Array.from({ length: 20_000 }, (_, index) => ({
      path: `folder/file "${index}", {part}.html`,
      sha256: index.toString(16).padStart(64, '0'),
      bytes: index,
      mediaType: 'text/html',
    }))
    const packageId = await makePackage({ files })
    expect(await prisma().packageFile.count({ where: { packageId } })).toBe(20_000)
    const last = await prisma().packageFile.findUnique({
      where: { packageId_path: { packageId, path: 'folder/file "19999", {part}.html' } },
    })
    expect(last).toMatchObject({ bytes: 19_999n, mediaType: 'text/html' })
  })

  test('nobody but an editor saves one', async () => {
    const denied = inTransaction(analyst, (tx) =>
      saveContentPackage(tx, analyst, contentOf('e'.repeat(64))),
    )
    await expect(denied).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what is read', () => {
  test('the report tells what the package holds, the heaviest files first', async () => {
    // 4,000,000,000 bytes are more than 32 bits hold.
    const files = Array.from({ length: 12 }, (_, index) => ({
      path: `file-${index}.html`,
      sha256: `${index}`.padStart(64, '0'),
      bytes: index === 3 ? 4_000_000_000 : index,
      mediaType: 'text/html',
    }))
    const items = [
      packageItem({ identifier: 'top', type: 'heading', launchPath: null, title: 'Delarna' }),
      packageItem({ identifier: 'one', position: 1, depth: 1, masteryScore: 80 }),
    ]
    const packageId = await makePackage({ files, items, bytes: 3_000, title: 'Samtal' })
    const { versionId, moduleId } = await makeModule({ packageId })
    const second = await addVersion({ actor: editor, moduleId, packageId: await makePackage() })
    const report = await readVersionForEditor(versionId, 'en')
    expect(report).toMatchObject({
      number: 1,
      status: 'published',
      publishedNumber: 1,
      module: { id: moduleId },
      package: { title: 'Samtal', edition: '1.2', fileCount: 12, zipBytes: 3_000 },
    })
    expect(report.module.title).toMatch(/^Module/)
    // 0 + 1 + … + 11 is 66; without the 3 that gave way to the large file, 63.
    expect(report.package.unpackedBytes).toBe(4_000_000_063)
    expect(report.items.map(({ identifier }) => identifier)).toEqual(['top', 'one'])
    expect(report.items[1]).toMatchObject({ depth: 1, masteryScore: 80, type: 'sco' })
    expect(report.largestFiles).toHaveLength(10)
    expect(report.largestFiles.slice(0, 2).map(({ path }) => path)).toEqual([
      'file-3.html',
      'file-11.html',
    ])
    expect((await readVersionForEditor(second, 'sv')).publishedNumber).toBe(1)
  })

  test('editors see drafts, everybody else published modules only', async () => {
    const courseId = await createCourse({ actor: editor, ...courseValues('both') })
    const draft = await makeModule({ courseId, status: 'draft' })
    const known = await listPublishedCourses('sv')
    expect(known.map(({ slug }) => slug)).not.toContain('both')
    await expect(readCoursePage('both', 'sv')).rejects.toMatchObject({ code: 'not-found' })
    const published = await makeModule({ courseId })

    const edited = (await listCatalogue('sv')).find(({ id }) => id === courseId)
    expect(edited?.modules).toMatchObject([
      { id: draft.moduleId, published: null, draft: { id: draft.versionId, number: 1 } },
      { id: published.moduleId, published: { id: published.versionId }, draft: null },
    ])
    const course = await readCoursePage('both', 'en')
    expect(course).toMatchObject({ title: 'Basic course', description: 'About it.' })
    expect(course.modules.map(({ id }) => id)).toEqual([published.moduleId])
    await expect(readPublishedModule(draft.slug, 'sv')).rejects.toMatchObject({ code: 'not-found' })
  })

  test("a module's page lists its versions, newest first", async () => {
    const { moduleId } = await makeModule()
    await addVersion({ actor: editor, moduleId, packageId: await makePackage() })
    const module = await readModuleForEditor(moduleId, 'sv')
    expect(module.course.title).toMatch(/^Kurs/)
    expect(module.versions).toMatchObject([
      { number: 2, status: 'draft', publishedAt: null, bytes: 2_000 },
      { number: 1, status: 'published', fileName: 'package.zip', fileCount: 1 },
    ])
    expect(module.versions[1]!.publishedAt).toBeInstanceOf(Date)
  })
})

function contentOf(sha256: string) {
  const files = [{ path: 'index.html', sha256, bytes: 1, mediaType: 'text/html' }]
  const texts = { standard: 'SCORM', edition: '1.2', title: 'Paket', fileName: 'a.zip' }
  const unsaid = { language: null, description: null, durationSeconds: null, sequencing: null }
  const none = { needsSequencing: false, problems: [], hosts: [], parts: [] }
  return { ...texts, ...unsaid, ...none, sha256, bytes: 1, items: [packageItem()], files }
}
