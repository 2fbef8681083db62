import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchableItems } from '~/standards/scorm/manifest.ts'
import { contactedHosts } from './package-problems.ts'
import { stagingSink } from './package-sink.server.ts'
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

const read = (name: string) =>
  readPackage({ zipFile: zipOf(name), sink: stagingSink(join(folder, 'staging')) })

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
    ['ContentPackagingSingleSCO_SCORM20042ndEdition', '2004 2nd', 1, false],
    ['RunTimeAdvancedCalls_SCORM20043rdEdition', '2004 3rd', 1, false],
    ['RuntimeBasicCalls_SCORM20043rdEdition', '2004 3rd', 1, false],
    ['RuntimeMinimumCalls_SCORM20043rdEdition', '2004 3rd', 18, false],
    ['SequencingForcedSequential_SCORM20043rdEdition', '2004 3rd', 5, true],
  ] as const
  for (const [name, edition, launchable, needsSequencing] of later) {
    withPackage(name)(`${name} is ${edition} and its parts are found`, async () => {
      const { manifest } = await read(name)
      expect(manifest).toMatchObject({ edition, needsSequencing })
      expect(launchableItems(manifest).length).toBe(launchable)
    })
  }

  const all = (existsSync(shared) ? readdirSync(shared) : []).filter((file) =>
    file.endsWith('.zip'),
  )
  it.skipIf(all.length === 0)('contact nobody without being asked', async () => {
    for (const file of all) {
      const { hosts } = await read(file.slice(0, -4))
      expect([file, contactedHosts(hosts)]).toEqual([file, []])
      await rm(join(folder, 'staging'), { recursive: true })
    }
  })

  withPackage('RuntimeBasicCalls_SCORM12')('are unpacked byte for byte', async () => {
    const { files } = await read('RuntimeBasicCalls_SCORM12')
    const style = files.find((file) => file.path === 'shared/style.css')!
    const bytes = await readFile(join(folder, 'staging', style.sha256))
    expect(bytes.length).toBe(style.bytes)
    expect(bytes.toString()).toContain('background')
  })
})
