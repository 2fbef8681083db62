import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCourse } from '../factories/catalogue.ts'
import { basicCourse, twoItems } from '../packages/build.ts'
import { launchMissing } from '../packages/hostile.ts'
import { manifest12, manifest2004 } from '../packages/manifest-xml.ts'
import { withManifest } from '../packages/odd-package.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-cli-package-'))
process.env.DATA_FOLDER = path.join(folder, 'data')
useDatabase()
afterAll(() => rmSync(folder, { recursive: true }))

const { run, out, err, opened } = useCommandLine()
const answer = () => JSON.parse(out.join('')) as Record<string, unknown>

const file = path.join(folder, 'kurs.zip')
const courseOf = async (slug: string) => {
  await makeCourse({ slug })
  return slug
}

const titled = (title: string) =>
  withManifest(
    manifest12({
      organizations: `<organization identifier="org"><title>${title}</title><item identifier="i1" identifierref="r1"><title>Del</title></item></organization>`,
    }),
  )

describe('package check', () => {
  test('tells all that the contract names, and opens no database', async () => {
    writeFileSync(file, await twoItems())
    expect(await run('package', 'check', file)).toBe(0)
    expect(answer()).toEqual({
      ok: true,
      standard: 'SCORM',
      edition: '1.2',
      title: 'Två delar',
      items: [
        { id: 'intro', title: 'Inledning', launch: 'inledning.html', type: 'asset' },
        { id: 'first', title: 'Del ett', launch: 'del-1/index.html', type: 'sco' },
        { id: 'second', title: 'Del två', launch: 'del-2/index.html?del=2', type: 'sco' },
      ],
      files: 8,
      bytes: expect.any(Number),
      hosts: [],
      sequencing: false,
      problems: [
        {
          severity: 'warning',
          code: 'prerequisites',
          where: 'second',
          message: expect.any(String),
        },
      ],
    })
    expect([opened(), err]).toEqual([0, []])
  })

  test('of a package that is refused ends with 1, and names the rule', async () => {
    writeFileSync(file, launchMissing())
    expect(await run('package', 'check', file)).toBe(1)
    expect(answer()).toMatchObject({
      ok: false,
      edition: '1.2',
      problems: [
        {
          severity: 'error',
          code: 'package.launch-missing',
          where: 'index.html',
          message: expect.stringContaining('SCORM 1.2 CAM 2.3, <resource> href'),
        },
      ],
    })
  })

  test('tells every launch file that is missing', async () => {
    const items = ['a', 'b', 'c'].map(
      (id) => `<item identifier="${id}" identifierref="${id}"><title>${id}</title></item>`,
    )
    const resources = ['a', 'b', 'c'].map(
      (id) => `<resource identifier="${id}" adlcp:scormtype="sco" href="${id}.html"/>`,
    )
    const organizations = `<organization identifier="org">${items.join('')}</organization>`
    writeFileSync(file, withManifest(manifest12({ organizations, resources: resources.join('') })))
    expect(await run('package', 'check', file)).toBe(1)
    const { problems } = answer() as { problems: { where: string }[] }
    expect(problems.map(({ where }) => where)).toEqual(['a.html', 'b.html', 'c.html'])
  })

  test('of a file that is no package ends with 1 and says so', async () => {
    writeFileSync(file, 'inget paket')
    expect(await run('package', 'check', file)).toBe(1)
    expect(answer()).toMatchObject({
      ok: false,
      standard: null,
      edition: null,
      title: null,
      items: [],
      files: 0,
      bytes: 0,
      problems: [{ code: 'package.not-a-zip' }],
    })
  })

  test.each([['nothing.zip'], ['.'], []])(
    'of %s, which is no file, ends with 2',
    async (...words) => {
      expect(await run('package', 'check', ...words.map((word) => path.join(folder, word)))).toBe(2)
      expect(out).toEqual([])
    },
  )

  test('keeps nothing', async () => {
    writeFileSync(file, await basicCourse())
    const before = readdirSync(folder, { recursive: true })
    await run('package', 'check', file)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
    expect(await prisma().contentPackage.count()).toBe(0)
  })
})

describe('package import', () => {
  test('makes a module of the package, with its version as a draft', async () => {
    const course = await courseOf('grunden')
    writeFileSync(file, withManifest(manifest2004('2004 4th Edition')))
    expect(await run('package', 'import', file, '--course', course)).toBe(0)
    const { packageId, ...rest } = answer()
    expect(rest).toEqual({
      moduleSlug: 'kurs',
      versionNumber: 1,
      published: false,
      isNew: true,
      edition: '2004 4th',
      title: 'Kurs',
      problems: [],
    })
    expect(await prisma().packageFile.count({ where: { packageId: String(packageId) } })).toBe(2)
  })

  test('again doubles nothing, and publishes what was a draft when asked to', async () => {
    const course = await courseOf('igen')
    writeFileSync(file, titled('Samma igen'))
    await run('package', 'import', file, '--course', course)
    const modules = await prisma().module.count()
    out.length = 0
    expect(await run('package', 'import', file, '--course', course, '--publish')).toBe(0)
    expect(answer()).toMatchObject({
      moduleSlug: 'samma-igen',
      versionNumber: 1,
      isNew: false,
      published: true,
    })
    out.length = 0
    await run('package', 'import', file, '--course', course)
    expect(answer()).toMatchObject({ isNew: false, published: true })
    expect(await prisma().module.count()).toBe(modules)
  })

  test('with a module adds a version to it', async () => {
    const course = await courseOf('versioner')
    writeFileSync(file, titled('Versionen'))
    await run('package', 'import', file, '--course', course, '--publish')
    writeFileSync(file, titled('Versionen, omarbetad'))
    out.length = 0
    const words = ['--course', course, '--module', 'versionen', '--publish']
    expect(await run('package', 'import', file, ...words)).toBe(0)
    expect(answer()).toMatchObject({
      moduleSlug: 'versionen',
      versionNumber: 2,
      isNew: true,
      published: true,
      title: 'Versionen, omarbetad',
    })
    const versions = await prisma().moduleVersion.findMany({
      where: { module: { slug: 'versionen' } },
      orderBy: { number: 'asc' },
    })
    expect(versions.map(({ status }) => status)).toEqual(['withdrawn', 'published'])
  })

  test('gives a title that tells of the subject an address that does not', async () => {
    const course = await courseOf('neutral')
    const slugs = []
    for (const title of [
      'Heder och v\u00e5ld',
      'F\u00f6rtryck i hederns namn',
      'Ett \u00d6ppet samtal!',
    ]) {
      writeFileSync(file, titled(title))
      out.length = 0
      await run('package', 'import', file, '--course', course)
      slugs.push(answer().moduleSlug)
    }
    expect(slugs).toEqual(['modul-1', 'modul-2', 'ett-oppet-samtal'])
  })

  test('of a package that is refused ends with 1 and leaves nothing', async () => {
    const course = await courseOf('vagrad')
    const before = [await prisma().module.count(), await prisma().contentPackage.count()]
    writeFileSync(file, launchMissing())
    expect(await run('package', 'import', file, '--course', course)).toBe(1)
    expect(err.join('')).toMatch(/is not in the package/)
    expect([await prisma().module.count(), await prisma().contentPackage.count()]).toEqual(before)
    expect(out).toEqual([])
  })

  test('to a course or module that is not there takes nothing in', async () => {
    const course = await courseOf('finns')
    const before = await prisma().contentPackage.count()
    writeFileSync(file, titled('Ingenstans'))
    expect(await run('package', 'import', file, '--course', 'ingen')).toBe(1)
    expect(err.join('')).toMatch(/no course with the address ingen/)
    expect(await run('package', 'import', file, '--course', course, '--module', 'ingen')).toBe(1)
    expect(err.join('')).toMatch(/no module with the address ingen/)
    expect(await run('package', 'import', file)).toBe(2)
    expect(await prisma().contentPackage.count()).toBe(before)
  })
})

test('package list tells every version in the order of the catalogue', async () => {
  const course = await courseOf('lista')
  for (const title of ['F\u00f6rsta', 'Andra']) {
    writeFileSync(file, titled(title))
    await run('package', 'import', file, '--course', course, '--publish')
  }
  out.length = 0
  expect(await run('package', 'list')).toBe(0)
  const rows = JSON.parse(out.join('')) as { course: string }[]
  expect(rows.filter((row) => row.course === course)).toEqual([
    {
      packageId: expect.any(String),
      course,
      module: 'forsta',
      version: 1,
      status: 'published',
      edition: '1.2',
      title: 'F\u00f6rsta',
      files: 2,
      bytes: expect.any(Number),
      importedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
    expect.objectContaining({ module: 'andra', status: 'published' }),
  ])
})
