import { beforeAll, describe, expect, test } from 'vitest'
import { now } from '~/kernel/clock.ts'
import { addDays, dateOf, today } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { OutlinePart } from './module-outline.schema.ts'
import { readCoursePage, readModulePage } from './read-course-page.server.ts'
import {
  listFacts,
  listGlossary,
  listHelpLines,
  listLibrary,
  readLibraryPart,
  readModuleText,
} from './read-library.server.ts'

useDatabase()

const part = (values: Partial<OutlinePart>): OutlinePart => ({
  kind: 'checklist',
  slug: 'lista',
  page: null,
  title: 'Lista',
  words: '',
  content: [{ kind: 'paragraph', line: [{ fact: 'linje.number', text: '000' }] }],
  facts: ['linje'],
  ...values,
})

async function tell(number: number, values: { text: string; validTo?: Date }) {
  await prisma().factVersion.create({
    data: {
      factId: 'linje',
      number,
      title: 'Linjen',
      parts: { number: `01${number}` },
      source: [{ title: 'Om linjen', publisher: 'En myndighet' }],
      certainty: number === 1 ? 'medium' : 'high',
      lastReviewed: dateOf('2026-11-01'),
      reviewer: 'Redaktionen',
      nextReview: dateOf('2027-11-01'),
      origin: 'editor',
      writtenAt: now(),
      ...values,
    },
  })
  await prisma().fact.update({ where: { id: 'linje' }, data: { currentNumber: number } })
}

let published: Awaited<ReturnType<typeof makeModule>>
let draft: Awaited<ReturnType<typeof makeModule>>

beforeAll(async () => {
  await prisma().fact.create({
    data: { id: 'linje', kind: 'line', title: 'Linjen', currentNumber: 1 },
  })
  await tell(1, { text: 'Som det var.' })
  const parts = [
    part({ kind: 'page', slug: 'sida', title: 'Sida' }),
    part({}),
    part({ kind: 'page', slug: 'sist', title: 'Sist', facts: [] }),
    part({ kind: 'test', slug: 'bank', title: 'Prov', content: null }),
    part({ kind: 'guide', slug: 'guide', title: 'Handledning' }),
  ]
  const packageId = await makePackage({ parts, items: [packageItem({ masteryScore: 80 })] })
  published = await makeModule({ packageId })
  draft = await makeModule({ packageId, status: 'draft' })
  const { courseId } = await courseOf(published.moduleId)
  await prisma().module.update({ where: { id: published.moduleId }, data: { kind: 'test' } })
  await prisma().course.update({ where: { id: courseId }, data: { version: '2026.1' } })
  const track = await prisma().track.create({
    data: {
      id: crypto.randomUUID(),
      courseId,
      slug: 'skola',
      titleSv: 'Skola',
      titleEn: 'School',
      descriptionSv: 'För skolan.',
      descriptionEn: 'For school.',
      professionGroups: ['school'],
      position: 1,
    },
  })
  const both = [published.moduleId, draft.moduleId]
  await prisma().trackModule.createMany({
    data: both.map((moduleId, position) => ({ trackId: track.id, moduleId, position })),
  })
  for (const { moduleId } of [published, draft]) {
    const { courseId } = await courseOf(moduleId)
    const term = { courseId, slug: 'ord', term: moduleId, text: 'Betyder.' }
    await prisma().glossaryTerm.create({ data: term })
  }
})

const courseOf = (id: string) => prisma().module.findUniqueOrThrow({ where: { id } })

test('a course’s page tells modules, tracks, and what passes its test', async () => {
  const { slug } = await prisma().course.findFirstOrThrow({ where: { version: '2026.1' } })
  const page = await readCoursePage(slug, 'en')
  expect(page.modules).toEqual([
    expect.objectContaining({ slug: published.slug, kind: 'test', passMark: 0.8, minutes: 20 }),
  ])
  // The track's other module is not published.
  expect(page.tracks).toEqual([
    {
      slug: 'skola',
      title: 'School',
      description: 'For school.',
      professionGroups: ['school'],
      moduleIds: [published.moduleId],
    },
  ])
})

test('a module’s page tells its parts in their order; a draft has none', async () => {
  const page = await readModulePage(published.slug, 'sv')
  expect(page.parts.map(({ slug, isReadAlone }) => [slug, isReadAlone])).toEqual([
    ['sida', false],
    ['lista', true],
    ['sist', false],
    ['bank', false],
    ['guide', true],
  ])
  await expect(readModulePage(draft.slug, 'sv')).rejects.toMatchObject({ code: 'not-found' })
})

describe('a module’s whole text', () => {
  const become = (data: { kind: string; isOpen: boolean }) =>
    prisma().module.update({ where: { id: published.moduleId }, data })
  const hasText = async () =>
    (await listLibrary('sv')).flatMap(({ modules }) => modules).map((module) => module.hasText)

  test('is its pages in their order with their facts of today, and nothing else', async () => {
    await become({ kind: 'lesson', isOpen: true })
    const text = await readModuleText(published.slug, 'sv')
    expect(text.pages.map(({ slug }) => slug)).toEqual(['sida', 'sist'])
    expect(text.facts.linje).toMatchObject({ text: 'Som det var.' })
    expect(text).toMatchObject({ versionNumber: 1, course: { version: '2026.1' } })
    expect((await readModulePage(published.slug, 'sv')).hasText).toBe(true)
    expect(await hasText()).toEqual([true])
  })

  test.each([
    ['a test', { kind: 'test', isOpen: true }],
    ['what is not open to all', { kind: 'lesson', isOpen: false }],
  ])('is not there for %s', async (_what, values) => {
    await become(values)
    await expect(readModuleText(published.slug, 'sv')).rejects.toMatchObject({ code: 'not-found' })
    expect((await readModulePage(published.slug, 'sv')).hasText).toBe(false)
    expect(await hasText()).toEqual([false])
    await become({ kind: 'test', isOpen: false })
  })

  test('is not there for a draft', async () => {
    await prisma().module.update({ where: { id: draft.moduleId }, data: { isOpen: true } })
    for (const slug of [draft.slug, 'ingen', undefined]) {
      await expect(readModuleText(slug, 'sv')).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

test('the library lists what is published, and nothing else', async () => {
  const modules = (await listLibrary('sv')).flatMap((course) => course.modules)
  expect(modules.map(({ slug }) => slug)).toEqual([published.slug])
  expect(modules[0]!.parts.map(({ kind }) => kind)).toEqual(['checklist', 'guide'])
  const words = (await listGlossary()).flatMap(({ entries }) => entries)
  expect(words.map(({ term }) => term)).toEqual([published.moduleId])
})

test.each([
  ['a draft’s part', () => [draft.slug, 'lista']],
  ['a page', () => [published.slug, 'sida']],
  ['a kind that the module lacks', () => [published.slug, 'easy-read']],
  ['a module that is not there', () => ['ingen', 'lista']],
])('%s is not found', async (_what, address) => {
  const [slug, piece] = address()
  await expect(readLibraryPart(slug, piece, 'sv')).rejects.toMatchObject({ code: 'not-found' })
})

test('a part has its facts as they are told today, and says which version it is', async () => {
  const before = await readLibraryPart(published.slug, 'lista', 'sv')
  expect(before).toMatchObject({ versionNumber: 1, course: { version: '2026.1' } })
  expect(before.facts.linje).toMatchObject({ text: 'Som det var.', isUnsure: true })
  await tell(2, { text: 'Som det är.' })
  const { facts } = await readLibraryPart(published.slug, 'lista', 'sv')
  expect(facts.linje).toMatchObject({
    text: 'Som det är.',
    isUnsure: false,
    parts: { number: '012' },
  })
})

test('where to get help is read from the sheets, and a line that has closed is gone', async () => {
  expect((await listHelpLines()).exposed).toMatchObject([{ id: 'linje', number: '012' }])
  expect(await listFacts()).toEqual([])
  await tell(3, { text: 'Stängd.', validTo: dateOf(addDays(today(), -1)) })
  expect((await listHelpLines()).exposed).toEqual([])
  // Where a text cites it, what it says now is better than what it said.
  expect((await readLibraryPart(published.slug, 'lista', 'sv')).facts.linje?.text).toBe('Stängd.')
})
