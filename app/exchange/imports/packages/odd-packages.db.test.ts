import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { oddPackages } from '../../../../tests/packages/odd-packages.ts'
import { useDatabase } from '../../../../tests/setup/use-database.ts'
import { checkPackage } from './check-package.server.ts'
import { importPackage } from './import-package.server.ts'
import { packageLimits } from './package-limits.ts'

// Everything that an import may touch lies in `data`; around it stands what a path that leads out would hit.
const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-odd-import-'))
const zipFile = path.join(folder, 'kurs.zip')
process.env.DATA_FOLDER = path.join(folder, 'a', 'data')
useDatabase()
beforeAll(() => writeFileSync(zipFile, ''))
afterAll(() => rmSync(folder, { recursive: true }))

const below = (name: string): string[] => {
  const root = path.join(folder, 'a', 'data', name)
  if (!existsSync(root)) return []
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
const rowsAndFiles = async () => [
  await prisma().contentPackage.count(),
  await prisma().packageItem.count(),
  await prisma().packageFile.count(),
  below('blobs').length,
]

/** What an import made of the zip: the edition and first launch that it saved, or why it was refused. */
async function imported(file: string) {
  try {
    const { packageId } = await importPackage({
      actor: systemActor,
      zipFile: file,
      fileName: 'kurs.zip',
      within: () => Promise.resolve(),
    })
    const { edition, items, problems } = await prisma().contentPackage.findUniqueOrThrow({
      where: { id: packageId },
      include: { items: { orderBy: { position: 'asc' } } },
    })
    const first = items.find(({ launchPath }) => launchPath !== null)
    const launch = first && `${first.launchPath}${first.launchQuery}`
    const codes = (problems as { code: string }[]).map(({ code }) => code)
    return { ok: true, edition, launch, codes }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ok: false, codes: [error.code] }
  }
}

/** What the check said of it. */
async function checked(file: string) {
  const limits = packageLimits
  const check = await checkPackage({ zipFile: file, limits, deadline: 60_000 })
  const codes = check.problems.map(({ code }) => code)
  return check.ok
    ? { ok: true, edition: check.edition, launch: check.items[0]?.launch, codes }
    : { ok: false, codes: codes.slice(0, 1) }
}

/** Ten thousand files are each written through to a disk that others may be using. */
const slowDisk = { timeout: 120_000 }

describe(
  'an import agrees with the check, keeps what is right and nothing of the rest',
  slowDisk,
  () => {
    test.each(oddPackages)('$kind: $name', async ({ make, expect: wanted }) => {
      writeFileSync(zipFile, make())
      const before = await rowsAndFiles()
      const made = await imported(zipFile)
      expect(made).toEqual(await checked(zipFile))
      if (wanted.ok) {
        expect(made).toMatchObject({ ok: true, edition: wanted.edition, launch: wanted.launches })
      } else {
        expect(made.codes).toEqual([wanted.code])
        expect(await rowsAndFiles()).toEqual(before)
      }
      expect(below('staging')).toEqual([])
      expect(readdirSync(folder).sort()).toEqual(['a', 'kurs.zip'])
      expect(readdirSync(path.join(folder, 'a'))).toEqual(['data'])
    })
  },
)

const shared = path.resolve('../shared/packages')
const editions = {
  ContentPackagingOneFilePerSCO_SCORM12: '1.2',
  ContentPackagingSingleSCO_SCORM12: '1.2',
  ContentPackagingSingleSCO_SCORM20042ndEdition: '2004 2nd',
  RunTimeAdvancedCalls_SCORM20043rdEdition: '2004 3rd',
  RuntimeBasicCalls_SCORM12: '1.2',
  RuntimeBasicCalls_SCORM20043rdEdition: '2004 3rd',
  RuntimeMinimumCalls_SCORM12: '1.2',
  RuntimeMinimumCalls_SCORM20043rdEdition: '2004 3rd',
  SequencingForcedSequential_SCORM20043rdEdition: '2004 3rd',
}

describe('of the shared packages, an import and the check say the same', () => {
  for (const [name, edition] of Object.entries(editions)) {
    const file = path.join(shared, `${name}.zip`)
    it.skipIf(!existsSync(file))(name, async () => {
      const zip = readFileSync(file)
      const made = await imported(file)
      expect(made).toEqual(await checked(file))
      expect(made).toMatchObject({ ok: true, edition })
      expect(readFileSync(file).equals(zip)).toBe(true)
    })
  }
})
