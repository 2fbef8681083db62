import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchableItems } from '~/standards/scorm/manifest.ts'
import { readPackage } from './read-package.server.ts'

const shared = join(import.meta.dirname, '../../../../../shared/packages')
const zipOf = (name: string) => join(shared, `${name}.zip`)

/** Skipped, by name, where the shared packages folder is missing. */
const withPackage = (name: string) => it.skipIf(!existsSync(zipOf(name)))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shared-package-'))
})
afterEach(() => rm(folder, { recursive: true }))

const read = (name: string) => readPackage(zipOf(name), join(folder, 'staging'))

describe('the shared packages', () => {
  const singles = [
    ['ContentPackagingSingleSCO_SCORM12', 'Golf Explained - CP Single SCO'],
    ['RuntimeBasicCalls_SCORM12', 'Golf Explained - Run-time Basic Calls'],
  ] as const
  for (const [name, title] of singles) {
    withPackage(name)(`${name} is one SCO`, async () => {
      const { manifest, files } = await read(name)
      expect(manifest).toMatchObject({ edition: '1.2', title })
      expect(
        manifest.items.map(({ identifier, depth, type, launchPath, launchQuery }) => [
          identifier,
          depth,
          type,
          launchPath,
          launchQuery,
        ]),
      ).toEqual([['item_1', 0, 'sco', 'shared/launchpage.html', '']])
      // 49 entries, five of them folders.
      expect(files.length).toBe(44)
    })
  }

  const several = [
    ['ContentPackagingOneFilePerSCO_SCORM12', 'asset'],
    ['RuntimeMinimumCalls_SCORM12', 'sco'],
  ] as const
  for (const [name, type] of several) {
    withPackage(name)(`${name} is four headings over eighteen items`, async () => {
      const { manifest } = await read(name)
      const launchable = launchableItems(manifest)
      expect(
        manifest.items.filter((item) => item.type === 'heading').map((item) => item.title),
      ).toEqual(['Playing the Game', 'Etiquette', 'Handicapping', 'Having Fun'])
      expect(launchable.length).toBe(18)
      expect(new Set(launchable.map((item) => item.type))).toEqual(new Set([type]))
      expect(launchable.find((item) => item.identifier === 'etiquette_quiz_item')).toMatchObject({
        parent: 'etiquette_item',
        depth: 1,
        title: 'Etiquette Quiz',
        launchPath: 'shared/assessmenttemplate.html',
        launchQuery: '?questions=Etiquette',
      })
    })
  }

  const later = [
    ['ContentPackagingSingleSCO_SCORM20042ndEdition', '2004 2nd'],
    ['RunTimeAdvancedCalls_SCORM20043rdEdition', '2004 3rd'],
    ['RuntimeBasicCalls_SCORM20043rdEdition', '2004 3rd'],
    ['RuntimeMinimumCalls_SCORM20043rdEdition', '2004 3rd'],
    ['SequencingForcedSequential_SCORM20043rdEdition', '2004 3rd'],
  ] as const
  for (const [name, edition] of later) {
    withPackage(name)(`${name} is known as ${edition} and refused for now`, async () => {
      await expect(read(name)).rejects.toMatchObject({
        code: 'package.edition-not-yet',
        detail: { edition },
      })
    })
  }

  withPackage('RuntimeBasicCalls_SCORM12')('are unpacked byte for byte', async () => {
    const { files } = await read('RuntimeBasicCalls_SCORM12')
    const style = files.find((file) => file.path === 'shared/style.css')!
    const bytes = await readFile(join(folder, 'staging', style.sha256))
    expect(bytes.length).toBe(style.bytes)
    expect(bytes.toString()).toContain('background')
  })
})
