import fc from 'fast-check'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { parseManifest } from '~/standards/scorm/manifest.ts'
import { basicCourse, page, smallPackage } from '../../../../tests/packages/build.ts'
import { manifest12, manifest2004 } from '../../../../tests/packages/manifest-xml.ts'
import { oddPackages } from '../../../../tests/packages/odd-packages.ts'
import { rawZip, type RawEntry, type RawZip } from '../../../../tests/packages/raw-zip.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
import { stagingSink } from './package-sink.server.ts'
import { readPackage } from './read-package.server.ts'

// Ten thousand cases in all, the same in every run.
const seed = 20261121
const limits: PackageLimits = { ...packageLimits, maxFiles: 20, maxFileBytes: 1_000_000 }
/** No case is larger than some kilobytes; processor time, for machines are busy elsewhere. */
const mostSeconds = 5

// The zip and the staging folder lie some folders down; around them stands what a path that leads out would hit.
const root = mkdtempSync(join(tmpdir(), 'samsyn-fuzz-'))
const nest = join(root, 'a', 'b', 'c')
const zipFile = join(nest, 'kurs.zip')
const staging = join(nest, 'staging')
const canaries = ['index.html', 'ut.html', 'a/a', 'a/b/index.html', 'a/b/c/a']

const treeOf = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => name !== zipFile)
    .sort()

let tree: string[]
beforeAll(() => {
  mkdirSync(nest, { recursive: true })
  for (const name of canaries) writeFileSync(join(root, name), 'orörd')
  tree = treeOf()
})
afterAll(() => rmSync(root, { recursive: true }))

function expectNothingOutside(): void {
  expect(treeOf()).toEqual(tree)
  for (const name of canaries) expect(readFileSync(join(root, name), 'utf8')).toBe('orörd')
}

async function inTime<Result>(work: () => Promise<Result> | Result): Promise<Result> {
  const begun = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1e6).toBeLessThan(mostSeconds)
  return result
}

/** Reads a zip and holds what must be true of any: taken in whole, or refused by name and gone. */
async function outcomeOf(zip: Buffer): Promise<'taken' | 'refused'> {
  writeFileSync(zipFile, zip)
  try {
    const { files } = await inTime(() =>
      readPackage({ zipFile, sink: stagingSink(staging), limits }),
    )
    const kept = [...new Set(files.map((file) => file.sha256))]
    expect(readdirSync(staging).sort()).toEqual(kept.sort())
    for (const file of files) expect(file.path).not.toMatch(/(^|\/)\.{0,2}(\/|$)|^[a-z]:|\\/i)
    rmSync(staging, { recursive: true })
    return 'taken'
  } catch (error) {
    if (!isRefusal(error)) throw error
    expect(existsSync(staging)).toBe(false)
    return 'refused'
  }
}

async function everyZip(numRuns: number, zips: fc.Arbitrary<Buffer>): Promise<Set<string>> {
  const outcomes = new Set<string>()
  const property = fc.asyncProperty(zips, async (zip) => void outcomes.add(await outcomeOf(zip)))
  await fc.assert(property, { seed, numRuns })
  expectNothingOutside()
  return outcomes
}

/** A zip with some of its bytes changed, from a place on. */
const changed = (zip: Buffer, from: number, most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: from, max: zip.length - 1 }), oddByte), {
      minLength: 1,
      maxLength: most,
    })
    .map((edits) => {
      const other = Buffer.from(zip)
      for (const [at, value] of edits) other[at] = value
      return other
    })

const oddByte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x2e, 0x2f, 0x5c))
const oddName = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'A',
        'C:',
        'å',
        'a\u030a',
        'index.html',
        '\\',
        '\0',
        '%2e',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((pieces) => pieces.join('/')),
  fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
)
const oddNumber = fc.constantFrom(0, 1, 100, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff)
const oddEntry: fc.Arbitrary<RawEntry> = fc.record(
  {
    name: oddName,
    localName: oddName,
    content: fc.string({ maxLength: 40 }),
    flags: fc.constantFrom(0, 1, 0x8, 0x40, 0x800, 0x801, 0x2000, 0xffff),
    method: fc.constantFrom(0, 8, 14),
    externalAttributes: fc.constantFrom(0, 0x10, 0x400, 0xa1ff0000, 0x81a40000, 0xffffffff),
    extra: fc
      .oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.uint8Array({ minLength: 24, maxLength: 24 }).map((bytes) => [1, 0, 24, 0, ...bytes]),
      )
      .map((bytes) => Buffer.from(bytes)),
    isStreamed: fc.boolean(),
    isWide: fc.boolean(),
    declared: fc.record(
      { bytes: oddNumber, packed: oddNumber, crc: oddNumber, offset: oddNumber },
      { requiredKeys: [] },
    ),
    sameBytesAs: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['name'] },
)
const oddZip: fc.Arbitrary<RawZip> = fc.record(
  {
    count: fc.oneof(fc.nat(8), fc.constantFrom(0xffff, 0x10000)),
    comment: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    prefix: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    isWide: fc.boolean(),
    disk: fc.constantFrom(0, 1, 0xffff),
  },
  { requiredKeys: [] },
)
const manifest: RawEntry = { name: 'imsmanifest.xml', content: manifest12() }

describe('a package of any kind is taken in or refused by name', { timeout: 240_000 }, () => {
  it('when bytes of a good one are changed', async () => {
    const good = await basicCourse()
    expect((await everyZip(1_200, changed(good, 0, 4))).size).toBe(2)
  })

  it('when the lists at the end of a good one are changed', async () => {
    const good = smallPackage()
    expect((await everyZip(2_000, changed(good, good.length - 180, 6))).size).toBe(2)
  })

  it('when the lists of one in zip64 are changed', async () => {
    const entries = [manifest, page].map((entry) => ({ ...entry, isWide: true, isStreamed: true }))
    const good = rawZip(entries, { isWide: true })
    expect((await everyZip(1_300, changed(good, good.length - 320, 4))).size).toBe(2)
  })

  it('when it is cut off anywhere', async () => {
    const good = smallPackage()
    const cut = fc.nat(good.length - 1).map((length) => good.subarray(0, length))
    expect([...(await everyZip(600, cut))]).toEqual(['refused'])
  })

  it('when its entries and its end are of every odd kind', async () => {
    const entries = fc.array(oddEntry, { maxLength: 4 })
    const zips = fc
      .tuple(entries, fc.option(oddZip))
      .map(([odd, zip]) => rawZip([manifest, page, ...odd], zip ?? {}))
    expect((await everyZip(2_000, zips)).size).toBe(2)
  })

  it('when it is not even like a zip', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))
    expect([...(await everyZip(300, bytes))]).toEqual(['refused'])
  })

  it('when it is one of the odd ones, changed once more', async () => {
    const small = oddPackages.map(({ make }) => make()).filter(({ length }) => length < 8_000)
    const zips = fc.constantFrom(...small.filter(({ length }) => length > 200))
    await everyZip(
      1_000,
      zips.chain((zip) => changed(zip, 0, 3)),
    )
  })
})

describe('a manifest of any kind is read or refused by name', { timeout: 120_000 }, () => {
  const manifests = [
    manifest12(),
    manifest2004('2004 3rd Edition'),
    manifest2004(
      'CAM 1.3',
      '<imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>',
    ),
  ]
  const wholes = [
    '<item/>',
    '<item identifier="i1"/>',
    '<item identifier="x" identifierref="r1"><title>Mer</title></item>',
    '<item identifierref="borta"/>',
    '<organization identifier="org"><item identifierref="r1"/></organization>',
    '<resource identifier="r1" href="../ut.html"/>',
    '<resource identifier="r2" href="a.html" xml:base="b/"><dependency identifierref="r1"/></resource>',
    '<file href="%2e%2e/ut.html"/>',
    '<adlcp:masteryscore>200</adlcp:masteryscore>',
    '<manifest identifier="under"><resources/></manifest>',
    '<imsss:sequencing IDRef="borta"/>',
    '<metadata><schema>IMS</schema></metadata>',
    '<!-- -->',
    '<![CDATA[<item/>]]>',
  ]
  const values = [
    '',
    '..',
    'r1',
    'javascript:x',
    'https://x.example.com/',
    '&lt;',
    'å',
    '-1',
    '\u2028',
  ]

  async function every(numRuns: number, inputs: fc.Arbitrary<Buffer>): Promise<Set<string>> {
    const outcomes = new Set<string>()
    const property = fc.asyncProperty(inputs, async (input) => {
      outcomes.add(await inTime(() => codeOf(input)))
    })
    await fc.assert(property, { seed, numRuns })
    return outcomes
  }

  function codeOf(input: Buffer): string {
    try {
      parseManifest(input)
      return 'read'
    } catch (error) {
      if (!isRefusal(error)) throw error
      return error.code
    }
  }

  it('when its bytes are changed', async () => {
    const zips = fc.constantFrom(...manifests).chain((xml) => changed(Buffer.from(xml), 0, 3))
    expect(await every(800, zips)).toContain('package.not-xml')
  })

  it('when elements come in anywhere and attributes say anything', async () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom(...wholes, ...values))
    const anew = fc
      .tuple(fc.constantFrom(...manifests), fc.array(edit, { minLength: 1, maxLength: 6 }))
      .map(([xml, edits]) => Buffer.from(edits.reduce(edited, xml)))
    expect((await every(800, anew)).size).toBeGreaterThan(6)
  })
})

/** An element comes in between two others; anything else becomes an attribute's value. */
function edited(xml: string, [at, what]: [number, string]): string {
  const isElement = what.startsWith('<')
  const places = [...xml.matchAll(isElement ? /><(?!\/manifest)/g : /="[^"]*"/g)]
  const place = places[at % places.length]!
  const end = place.index + (isElement ? 1 : place[0].length)
  return (
    xml.slice(0, isElement ? end : place.index) + (isElement ? what : `="${what}"`) + xml.slice(end)
  )
}
