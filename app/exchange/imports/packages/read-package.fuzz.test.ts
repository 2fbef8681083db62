import fc from 'fast-check'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { basicCourse, page, smallPackage } from '../../../../tests/packages/build.ts'
import { rawZip, type RawEntry } from '../../../../tests/packages/raw-zip.ts'
import { manifest12 } from '../../../../tests/packages/manifest-xml.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
import { readPackage } from './read-package.server.ts'

const seed = 20261121
const limits: PackageLimits = { ...packageLimits, maxFiles: 20, maxFileBytes: 1_000_000 }

let folder: string
let imports = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Reads a zip and holds what must be true of any: taken in whole, or refused by name and gone. */
async function outcomeOf(zip: Buffer): Promise<'taken' | 'refused'> {
  const path = join(folder, 'kurs.zip')
  const staging = join(folder, 'imports', String(imports++))
  await writeFile(path, zip)
  try {
    const { files } = await readPackage(path, staging, limits)
    expect((await readdir(staging)).sort()).toEqual(
      [...new Set(files.map((file) => file.sha256))].sort(),
    )
    for (const file of files) expect(file.path).not.toMatch(/(^|\/)\.{0,2}(\/|$)|^[a-z]:|\\/i)
    await rm(staging, { recursive: true })
    return 'taken'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return 'refused'
  } finally {
    expect(await readdir(join(folder, 'imports')).catch(() => [])).toEqual([])
    expect((await readdir(folder)).filter((name) => name !== 'imports')).toEqual(['kurs.zip'])
  }
}

const oddName = fc.oneof(
  fc
    .array(
      fc.constantFrom('..', '.', '', 'a', 'A', 'C:', 'å', 'a\u030a', 'index.html', '\\', '\0'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((pieces) => pieces.join('/')),
  fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
)
const oddNumber = fc.constantFrom(0, 1, 100, 0x7fff_ffff, 0xffff_ffff)
const oddEntry: fc.Arbitrary<RawEntry> = fc.record(
  {
    name: oddName,
    content: fc.string({ maxLength: 40 }),
    flags: fc.constantFrom(0, 1, 0x40, 0x800, 0x801, 0xffff),
    method: fc.constantFrom(0, 8, 14),
    externalAttributes: fc.constantFrom(0, 0x10, 0x400, 0xa1ff0000, 0x81a40000, 0xffffffff),
    extra: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
    declared: fc.record(
      { bytes: oddNumber, packed: oddNumber, crc: oddNumber, offset: oddNumber },
      { requiredKeys: [] },
    ),
    sameBytesAs: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['name'] },
)

describe('a package of any kind is taken in or refused by name', { timeout: 60_000 }, () => {
  it('when bytes of a good one are changed', async () => {
    const good = await basicCourse()
    const edit = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), async (edits) => {
        const zip = Buffer.from(good)
        for (const [at, value] of edits) zip[at] = value
        outcomes.add(await outcomeOf(zip))
      }),
      { seed, numRuns: 200 },
    )
    expect([...outcomes].sort()).toEqual(['refused', 'taken'])
  })

  it('when the lists at the end of a good one are changed', async () => {
    const good = smallPackage()
    const end = good.length - 180
    const edit = fc.tuple(fc.integer({ min: end, max: good.length - 1 }), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const zip = Buffer.from(good)
        for (const [at, value] of edits) zip[at] = value
        await outcomeOf(zip)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('when it is cut off anywhere', async () => {
    const good = smallPackage()
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        expect(await outcomeOf(good.subarray(0, length))).toBe('refused')
      }),
      { seed, numRuns: 100 },
    )
  })

  it('when its entries are of every odd kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddEntry, { maxLength: 4 }), async (entries) => {
        await outcomeOf(
          rawZip([{ name: 'imsmanifest.xml', content: manifest12() }, page, ...entries]),
        )
      }),
      { seed, numRuns: 300 },
    )
  })

  it('when it is not even like a zip', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))
    await fc.assert(
      fc.asyncProperty(bytes, async (zip) => {
        expect(await outcomeOf(zip)).toBe('refused')
      }),
      { seed, numRuns: 50 },
    )
  })
})
