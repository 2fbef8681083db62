import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CourseOutline } from '~/domain/catalogue/module-outline.schema.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { builtCourse } from '../../../../courses/toolkit/builder/built-course.ts'
import { sampleFolder } from '../../../../courses/toolkit/builder/sample-course.ts'
import { runCourses } from '../../../../scripts/courses.ts'
import { makeModule } from '../../../../tests/factories/catalogue.ts'
import { useCommandLine } from '../../../../tests/setup/command-line.ts'
import { useDatabase } from '../../../../tests/setup/use-database.ts'
import { importCourse } from './import-course.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-course-'))
process.env.DATA_FOLDER = path.join(folder, 'data')
useDatabase()
const line = useCommandLine()
afterAll(() => rmSync(folder, { recursive: true }))

const sample = builtCourse(sampleFolder)
const zipFile = async (name: string) => {
  const file = path.join(folder, name)
  writeFileSync(file, await sample.zipOf(name))
  return file
}

const take = (outline: CourseOutline = sample.outline, actor: Actor = systemActor) =>
  importCourse({ actor, outline, zipFile, publish: true })

/** How many rows there are of everything that a course is made of. */
async function counted() {
  const tables = {
    courses: prisma().course,
    modules: prisma().module,
    versions: prisma().moduleVersion,
    packages: prisma().contentPackage,
    tracks: prisma().track,
    trackModules: prisma().trackModule,
    terms: prisma().glossaryTerm,
    facts: prisma().fact,
    factVersions: prisma().factVersion,
  }
  const counts = Object.entries(tables).map(async ([name, table]) => {
    return [name, await (table as { count: () => Promise<number> }).count()] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

// One course, taken in again and again: each test goes on where the one before has ended.

test('who may not edit the catalogue takes nothing in', async () => {
  const learner: Actor = { ...systemActor, kind: 'person', grants: [] } as unknown as Actor
  await expect(take(sample.outline, learner)).rejects.toThrow(Refusal)
})

test('a module of the same slug in another course is left alone, and nothing is written', async () => {
  const { moduleId } = await makeModule()
  await prisma().module.update({ where: { id: moduleId }, data: { slug: 'motet' } })
  const before = await counted()
  await expect(take()).rejects.toMatchObject({ code: 'catalogue.slug-taken' })
  expect(await counted()).toEqual(before)
  await prisma().module.update({ where: { id: moduleId }, data: { slug: 'nagot-annat' } })
})

test('a folder without a course, or with a broken one, is told', async () => {
  expect(await line.run('course', 'import', folder)).toBe(1)
  expect(line.err[0]).toContain('holds no built course')
  const broken = mkdtempSync(path.join(folder, 'broken-'))
  writeFileSync(path.join(broken, 'course.json'), JSON.stringify({ version: 2, slug: 'x' }))
  expect(await line.run('course', 'import', broken)).toBe(1)
  expect(line.err[1]).toContain('not as it should be at title')
})

test('a rule of certificates that nobody here goes by is told', async () => {
  const { outline } = sample
  const odd = mkdtempSync(path.join(folder, 'odd-'))
  const saidOf = async (certificate: object) => {
    writeFileSync(path.join(odd, 'course.json'), JSON.stringify({ ...outline, certificate }))
    expect(await line.run('course', 'import', odd)).toBe(1)
    return line.err.at(-1)
  }
  const rule = outline.certificate
  expect(await saidOf({ ...rule, requires: 'any-module' })).toContain('at certificate.requires')
  // A lesson is no refresher, so doing it would renew nothing.
  expect(await saidOf({ ...rule, renewedBy: 'samtal' })).toContain('at certificate.renewedBy')
})

test('the command line takes in what the build has made', async () => {
  const out = path.join(folder, 'built')
  const said = () => undefined
  expect(await runCourses(['build', sampleFolder, '--out', out], said, said)).toBe(0)
  expect(await line.run('course', 'import', path.join(out, 'sample'))).toBe(0)
  expect(JSON.parse(line.out[0]!)).toMatchObject({ facts: { new: 2 } })
  const ofCourse = { module: { course: { slug: 'sample' } } }
  expect(await prisma().moduleVersion.count({ where: { status: 'draft', ...ofCourse } })).toBe(3)
})

test('a course comes in whole: modules in order and published, tracks, words, facts', async () => {
  const { facts, modules } = await take()
  expect(facts).toEqual({ new: 0, unchanged: 2, follows: 0, kept: 0 })
  expect(modules.map(({ slug, versionNumber, isNew }) => [slug, versionNumber, isNew])).toEqual([
    ['samtal', 1, false],
    ['motet', 1, false],
    ['prov', 1, false],
  ])
  const published = { status: 'published', module: { course: { slug: 'sample' } } }
  expect(await prisma().moduleVersion.count({ where: published })).toBe(3)
  const course = await prisma().course.findFirstOrThrow({
    where: { slug: 'sample' },
    include: {
      modules: { orderBy: { position: 'asc' } },
      tracks: { include: { modules: true } },
      glossary: true,
    },
  })
  expect(course.version).toBe(sample.outline.courseVersion)
  expect(course.validityMonths).toBe(sample.outline.certificate.validityMonths)
  expect(course.modules.map(({ slug, kind, isOpen }) => [slug, kind, isOpen])).toEqual([
    ['samtal', 'lesson', true],
    ['motet', 'lesson', true],
    ['prov', 'test', true],
  ])
  expect(course.modules.map(({ readingSeconds }) => readingSeconds !== null)).toEqual([
    false,
    false,
    true,
  ])
  expect(course.tracks.map(({ slug, modules }) => [slug, modules.length])).toEqual(
    sample.outline.tracks.map(({ slug, modules }) => [slug, modules.length]),
  )
  expect(course.glossary).toHaveLength(sample.outline.glossary.length)
})

test('its packages tell their pages, checklists and guides, and which facts they cite', async () => {
  const parts = await prisma().packagePart.findMany({ orderBy: { position: 'asc' } })
  const kinds = new Set(parts.map(({ kind }) => kind))
  expect(kinds).toEqual(new Set(['page', 'checklist', 'easy-read', 'guide', 'test']))
  expect(parts.find(({ kind }) => kind === 'guide')?.content).toBeInstanceOf(Array)
  expect(parts.find(({ kind }) => kind === 'page')?.content).toBeInstanceOf(Array)
  expect(parts.find(({ kind }) => kind === 'test')?.content).toBeNull()
  const cited = new Set(parts.flatMap(({ facts }) => facts))
  expect(cited).toEqual(new Set(['lag-arbetsmiljo', 'linje-arbetsmiljo']))
})

test('taken in twice it is there once', async () => {
  const before = await counted()
  const again = await take()
  expect(await counted()).toEqual(before)
  expect(again.modules.every(({ isNew }) => !isNew)).toBe(true)
  expect(again.facts.unchanged).toBe(2)
})

test('what the text now says replaces what it said', async () => {
  await take()
  const { outline } = sample
  await take({
    ...outline,
    title: { sv: 'Ny titel', en: 'New title' },
    modules: outline.modules.map((module, index) => ({ ...module, minutes: index + 1 })),
    tracks: outline.tracks.map((track) => ({ ...track, modules: ['prov'] })),
    glossary: outline.glossary.slice(1),
    facts: outline.facts.map((fact) => ({ ...fact, text: 'Nu gäller något annat.' })),
  })
  const course = await prisma().course.findFirstOrThrow({
    where: { slug: 'sample' },
    include: { modules: true },
  })
  expect(course.titleSv).toBe('Ny titel')
  expect(course.modules.map(({ minutes }) => minutes).sort()).toEqual([1, 2, 3])
  expect(await prisma().trackModule.count()).toBe(outline.tracks.length)
  expect(await prisma().glossaryTerm.count()).toBe(outline.glossary.length - 1)
  const facts = await prisma().fact.findMany({ include: { versions: true } })
  expect(facts.map(({ currentNumber, versions }) => [currentNumber, versions.length])).toEqual([
    [2, 2],
    [2, 2],
  ])
})

test('what an editor has corrected here is not undone by the text', async () => {
  const id = 'linje-arbetsmiljo'
  await prisma().factVersion.update({
    where: { factId_number: { factId: id, number: 2 } },
    data: { origin: 'editor', text: 'Rättat här.' },
  })
  const { facts } = await take()
  expect(facts).toEqual({ new: 0, unchanged: 0, follows: 1, kept: 1 })
  expect(await prisma().factVersion.count({ where: { factId: id } })).toBe(2)
})
