import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { stagingFolder } from '~/platform/blobs.server.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule } from '../../../../tests/factories/catalogue.ts'
import { basicCourse } from '../../../../tests/packages/build.ts'
import { useDatabase } from '../../../../tests/setup/use-database.ts'
import { uploadVersion } from './upload-version.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-upload-version-'))
process.env.DATA_FOLDER = folder
useDatabase()
afterAll(() => rmSync(folder, { recursive: true }))

const actor = systemActor
const boundary = 'b'
const head = `--${boundary}\r\nContent-Disposition: form-data; name="package"; filename="a; b=1.zip"\r\n\r\n`

/** A post as it comes from a network: in pieces, and perhaps never to its end. */
function posted(pieces: (Uint8Array | string | Error | (() => Promise<string>))[]): Request {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = pieces.shift()
      if (piece === undefined) controller.close()
      else if (piece instanceof Error) controller.error(piece)
      else controller.enqueue(Buffer.from(typeof piece === 'function' ? await piece() : piece))
    },
  })
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  const init = { method: 'POST', body, headers, duplex: 'half' as const }
  return new Request('http://app/', init)
}

const leftovers = () => (existsSync(stagingFolder()) ? readdirSync(stagingFolder()) : [])

const counts = async () => [
  await prisma().contentPackage.count(),
  await prisma().packageFile.count(),
  await prisma().moduleVersion.count(),
]

test('a posted package becomes a draft beside what is published', async () => {
  const { moduleId } = await makeModule()
  const zip = await basicCourse()
  const request = posted([head, zip.subarray(0, 1_000), zip.subarray(1_000), `\r\n--${boundary}--`])
  const versionId = await uploadVersion({ actor, moduleId, request })
  const version = await prisma().moduleVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { package: true },
  })
  expect(version).toMatchObject({ moduleId, number: 2, status: 'draft' })
  expect(version.package.fileName).toBe('a; b=1.zip')
  expect(leftovers()).toEqual([])
})

test('an upload that breaks off midway leaves no row and no file', async () => {
  const { moduleId } = await makeModule()
  const before = await counts()
  const zip = await basicCourse({ title: 'Halva' })
  const request = posted([head, zip.subarray(0, 1_000), new Error('the connection broke')])
  await expect(uploadVersion({ actor, moduleId, request })).rejects.toMatchObject({
    code: 'upload.broken-off',
  })
  expect(await counts()).toEqual(before)
  expect(leftovers()).toEqual([])
})

test('a module that goes while its package arrives leaves no package behind', async () => {
  const { moduleId } = await makeModule()
  const goes = async () => {
    await prisma().moduleVersion.deleteMany({ where: { moduleId } })
    await prisma().module.delete({ where: { id: moduleId } })
    return ''
  }
  const before = await counts()
  before[2]! -= 1
  const zip = await basicCourse({ title: 'Till en modul som försvann' })
  const request = posted([head, goes, zip, `\r\n--${boundary}--`])
  await expect(uploadVersion({ actor, moduleId, request })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await counts()).toEqual(before)
})

test('a package that is refused leaves no version', async () => {
  const { moduleId } = await makeModule()
  const before = await counts()
  const request = posted([head, 'no zip', `\r\n--${boundary}--`])
  await expect(uploadVersion({ actor, moduleId, request })).rejects.toMatchObject({
    code: 'package.not-a-zip',
  })
  expect(await counts()).toEqual(before)
  expect(leftovers()).toEqual([])
})

test.each([undefined, 'no-id', newId()])(
  'an upload to a module that is not there (%s) is refused before a byte is read',
  async (moduleId) => {
    const pieces = [head, 'x', 'y', 'z']
    const request = posted(pieces)
    await expect(uploadVersion({ actor, moduleId, request })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(pieces.length).toBeGreaterThan(2)
  },
)
