import { createHash } from 'node:crypto'
import { access, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { launchableItems } from '~/standards/scorm/manifest.ts'
import { basicCourse, page, smallPackage, twoItems } from '../../../../tests/packages/build.ts'
import * as hostile from '../../../../tests/packages/hostile.ts'
import { manifest12 } from '../../../../tests/packages/manifest-xml.ts'
import { rawZip } from '../../../../tests/packages/raw-zip.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
import { stagingSink } from './package-sink.server.ts'
import { readPackage } from './read-package.server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'))
})
afterEach(() => rm(folder, { recursive: true }))

const staging = () => join(folder, 'imports', 'one')
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

async function read(zip: Buffer, limits: Partial<PackageLimits> = {}, signal?: AbortSignal) {
  const path = join(folder, 'kurs.zip')
  await writeFile(path, zip)
  const sink = stagingSink(staging())
  return readPackage({ zipFile: path, sink, limits: { ...packageLimits, ...limits }, signal })
}

const launchResource = (href: string) =>
  `<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="${href}"/>`

describe('a package that is taken in', () => {
  it('lies in the staging folder by content, with its manifest read', async () => {
    const zip = await basicCourse()
    const { manifest, files } = await read(zip)
    expect(manifest).toMatchObject({ title: 'Samtalets grunder', edition: '1.2' })
    expect(files.map(({ path, mediaType }) => [path, mediaType])).toEqual([
      ['imsmanifest.xml', 'application/xml'],
      ['index.html', 'text/html'],
      ['course.css', 'text/css'],
      ['course.js', 'text/javascript'],
    ])
    for (const file of files) {
      const bytes = await readFile(join(staging(), file.sha256))
      expect([sha256(bytes), bytes.length]).toEqual([file.sha256, file.bytes])
    }
    expect((await readdir(staging())).length).toBe(4)
  })

  it('with several items tells SCOs from assets and finds each launch', async () => {
    const { manifest } = await read(await twoItems())
    expect(
      launchableItems(manifest).map((item) => [item.type, item.launchPath, item.launchQuery]),
    ).toEqual([
      ['asset', 'inledning.html', ''],
      ['sco', 'del-1/index.html', ''],
      ['sco', 'del-2/index.html', '?del=2'],
    ])
  })

  it('keeps files of the same content once', async () => {
    const copies = ['a.txt', 'b.txt'].map((name) => ({ name, content: 'lika' }))
    const { files } = await read(smallPackage(undefined, [page, ...copies]))
    expect(files.length).toBe(4)
    expect((await readdir(staging())).length).toBe(3)
  })

  it('may lie one folder down', async () => {
    const { files } = await read(
      rawZip([
        { name: 'kursen/', content: '', method: 0 },
        { name: 'kursen/imsmanifest.xml', content: manifest12() },
        { ...page, name: 'kursen/index.html' },
        { name: '__MACOSX/kursen/._index.html', content: 'x' },
        { name: 'kursen/.DS_Store', content: 'x' },
      ]),
    )
    expect(files.map((file) => file.path)).toEqual(['imsmanifest.xml', 'index.html'])
  })

  it('may spell names as Windows does', async () => {
    const { manifest, files } = await read(
      rawZip([
        {
          name: 'IMSMANIFEST.XML',
          content: manifest12({ resources: launchResource('kurs\\start.htm') }),
        },
        { name: 'Kurs\\Start.HTM', content: 'x' },
      ]),
    )
    expect(files.map((file) => file.path)).toContain('Kurs/Start.HTM')
    expect(manifest.items[0]?.launchPath).toBe('Kurs/Start.HTM')
  })

  it.each([
    ['UTF-8, composed', Buffer.from('övning.html'), 0x800],
    ['UTF-8, letters and dots apart', Buffer.from('o\u0308vning.html'), 0x800],
    ['UTF-8 that does not say so', Buffer.from('övning.html'), 0],
    ['code page 437', Buffer.from([0x94, ...Buffer.from('vning.html')]), 0],
  ])('may write å, ä and ö in names in %s', async (_how, name, flags) => {
    const manifest = manifest12({ resources: launchResource('%C3%B6vning.html') })
    const { manifest: read12 } = await read(smallPackage(manifest, [{ ...page, name, flags }]))
    expect(read12.items[0]?.launchPath).toBe('övning.html')
  })

  it('may hold files that are stored, empty or of an unknown kind', async () => {
    const { files } = await read(
      smallPackage(undefined, [
        { ...page, method: 0 },
        { name: 'tom', content: '', method: 0 },
        { name: 'film.vtt', content: '' },
        { name: 'a.constructor', content: 'x' },
      ]),
    )
    expect(files.slice(1).map(({ bytes, mediaType }) => [bytes, mediaType])).toEqual([
      [34, 'text/html'],
      [0, 'application/octet-stream'],
      [0, 'text/vtt; charset=utf-8'],
      [1, 'application/octet-stream'],
    ])
  })

  it('may hold pages whose names do not tell that they are', async () => {
    const html = '<!doctype html><img src="https://x.example.com/a.png">'
    const { files, hosts } = await read(
      smallPackage(undefined, [
        page,
        { name: 'start', content: html },
        { name: 'index.asp', content: `${' '.repeat(300_000)}${html}` },
        { name: 'data.mem', content: 'x' },
      ]),
    )
    expect(files.slice(2).map(({ mediaType }) => mediaType)).toEqual([
      'text/html',
      'application/octet-stream',
      'application/octet-stream',
    ])
    expect(hosts).toEqual([{ host: 'x.example.com', kinds: ['image'], foundIn: 'start' }])
  })

  it('may hold a small file of blanks that packs very well', async () => {
    const { files } = await read(hostile.bomb(5))
    expect(files.at(-1)?.bytes).toBe(5_000_000)
  })
})

describe('a package that is refused, and leaves nothing behind', () => {
  async function refusal(zip: Buffer, limits?: Partial<PackageLimits>) {
    const error: unknown = await read(zip, limits).catch((thrown: unknown) => thrown)
    if (!isRefusal(error)) throw new Error('not refused', { cause: error })
    expect(await readdir(join(folder, 'imports')).catch(() => [])).toEqual([])
    return { code: error.code, detail: error.detail, clause: error.clause }
  }

  it.each([
    ['is no zip', hostile.textFile, 'package.not-a-zip'],
    ['is empty', () => Buffer.alloc(0), 'package.not-a-zip'],
    ['has no manifest', hostile.withoutManifest, 'package.no-manifest'],
    ['has its manifest too far down', hostile.manifestTooDeep, 'package.no-manifest'],
    ['has a manifest that is no XML', hostile.manifestNotXml, 'package.not-xml'],
    ['has nothing to launch', hostile.nothingToLaunch, 'package.nothing-to-launch'],
    ['lacks the launch file', hostile.launchMissing, 'package.launch-missing'],
    ['holds a symbolic link', hostile.withLink, 'package.link'],
    ['holds a Windows junction', hostile.withJunction, 'package.link'],
    ['declares entities', hostile.withEntities, 'package.entities'],
    ['declares an external entity', hostile.withExternalEntity, 'package.entities'],
    ['has overlapping entries', () => hostile.overlapping(50), 'package.overlapping'],
    ['is encrypted', hostile.encrypted, 'package.encrypted'],
    ['is strongly encrypted', hostile.stronglyEncrypted, 'package.encrypted'],
    ['is packed oddly', hostile.oddCompression, 'package.compression'],
    ['has a wrong checksum', hostile.wrongChecksum, 'package.file-damaged'],
    ['is not deflated where it says so', hostile.notDeflated, 'package.file-damaged'],
    ['declares less than it holds', () => hostile.lyingBomb(1), 'package.file-damaged'],
    ['counts entries that are not there', hostile.wrongCount, 'package.damaged'],
    ['points its list beyond every disk', hostile.farAwayDirectory, 'package.not-a-zip'],
    ['points an entry beyond every disk', hostile.farAwayEntry, 'package.damaged'],
  ])('because it %s', async (_why, zip, code) => {
    expect((await refusal(zip())).code).toBe(code)
  })

  it.each([
    '../ut.html',
    'a/../../ut.html',
    '..\\ut.html',
    '/etc/passwd',
    '\\ut.html',
    'C:\\ut.html',
    'c:ut.html',
    '//host/ut.html',
    '..',
    'a\u0000.html',
  ])('because it has the path %o', async (name) => {
    expect(await refusal(hostile.pathOutside(name))).toMatchObject({
      code: 'package.path-outside',
      clause: 'APPNOTE.TXT 4.4.17',
    })
  })

  it.each(['../ut.html', '/etc/passwd', '%2e%2e/ut.html'])(
    'because it launches %s',
    async (href) => {
      expect((await refusal(hostile.launchOutside(href))).code).toBe('package.path-outside')
    },
  )

  it.each([
    ['A.txt', 'a.txt'],
    ['ä.txt', 'a\u0308.txt'],
    ['a/b.txt', 'a\\b.txt'],
    ['a/b.txt', 'a/./b.txt'],
  ])('because %o and %o are the same file', async (first, second) => {
    expect((await refusal(hostile.duplicateNames(first, second))).code).toBe(
      'package.duplicate-name',
    )
  })

  it('names the missing launch file and its item', async () => {
    expect(await refusal(hostile.launchMissing())).toEqual({
      code: 'package.launch-missing',
      detail: { path: 'index.html', item: 'Del 1' },
      clause: 'SCORM 1.2 CAM 2.3, <resource> href',
    })
  })

  it.each<[string, Partial<PackageLimits>, string]>([
    ['the zip is too large', { maxZipBytes: 400 }, 'package.too-large'],
    ['a file is too large', { maxFileBytes: 900_000 }, 'package.file-too-large'],
    ['all files are too large together', { maxBytes: 900_000 }, 'package.unpacked-too-large'],
    ['a file unpacks to too much', { ratioFreeBytes: 100_000 }, 'package.bomb'],
    ['it has too many files', { maxFiles: 2 }, 'package.too-many-files'],
    ['its manifest is too large', { maxManifestBytes: 100 }, 'package.manifest-too-large'],
    ['its list is too large', { maxDirectoryBytes: 100 }, 'package.directory-too-large'],
    ['a path is too long', { maxPathBytes: 10 }, 'package.path-too-long'],
  ])('because %s', async (_why, limits, code) => {
    expect((await refusal(hostile.bomb(1), limits)).code).toBe(code)
  })

  it('counts the bytes that come, whatever the zip declares of them', async () => {
    // A megabyte that says it is a hundred bytes: stopped at the limit, long before its end.
    const limits = { maxFileBytes: 200_000 }
    expect((await refusal(hostile.lyingBomb(1), limits)).code).toBe('package.file-too-large')
    const together = { maxBytes: 200_000 }
    expect((await refusal(hostile.lyingBomb(1), together)).code).toBe('package.unpacked-too-large')
  })

  it('because it is a bomb by the limits that hold when none are told', async () => {
    // 30 MB of blanks in 30 kB: more than 10 MB, and more than 200 times.
    expect((await refusal(hostile.bomb(30))).code).toBe('package.bomb')
  })

  it('shows odd names without control characters, and no longer than fits', async () => {
    const { detail } = await refusal(hostile.pathOutside(`../\u001b[31m${'x'.repeat(500)}`))
    expect(detail.path).toMatch(/^\.\.\/\ufffd\[31mx+…$/)
    expect(String(detail.path)).toHaveLength(200)
  })
})

describe('a file of several gigabytes', () => {
  it('is refused by its size, unread', async () => {
    const zipFile = join(folder, 'stor.zip')
    await writeFile(zipFile, '')
    await truncate(zipFile, 6_000_000_000)
    const reading = readPackage({ zipFile, sink: stagingSink(staging()) })
    await expect(reading).rejects.toMatchObject({
      code: 'package.too-large',
      detail: { megabytes: 500 },
    })
  })

  it('that is nothing but holes is no zip, where such files are allowed', async () => {
    const zipFile = join(folder, 'stor.zip')
    await writeFile(zipFile, '')
    await truncate(zipFile, 6_000_000_000)
    const limits = { ...packageLimits, maxZipBytes: 10_000_000_000 }
    const reading = readPackage({ zipFile, sink: stagingSink(staging()), limits })
    await expect(reading).rejects.toMatchObject({ code: 'package.not-a-zip' })
  })
})

describe('an import that stops midway', () => {
  it('leaves nothing behind when it is aborted', async () => {
    const editor = new AbortController()
    const reading = read(hostile.withManyFiles(2_000), {}, editor.signal)
    await vi.waitFor(() => access(staging()), { interval: 1, timeout: 20_000 })
    editor.abort()
    await expect(reading).rejects.toThrow('aborted')
    expect(await readdir(join(folder, 'imports'))).toEqual([])
  })

  it('touches no folder that was there before', async () => {
    await read(await basicCourse())
    await expect(read(await basicCourse())).rejects.toThrow('EEXIST')
    expect((await readdir(staging())).length).toBe(4)
  })
})
