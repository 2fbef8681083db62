import { describe, expect, test } from 'vitest'
import type { ModuleVersionId } from '~/kernel/ids.ts'
import {
  isNeutralSlug,
  moduleStateOf,
  nextNumber,
  publicationOf,
  type VersionMark,
  type VersionStatus,
} from './catalogue.ts'
import { createCourseSchema, createModuleSchema } from './catalogue.schema.ts'

const version = (number: number, status: VersionStatus): VersionMark => ({
  id: `version-${number}` as ModuleVersionId,
  number,
  status,
})

describe('where a module stands', () => {
  test('a module without versions has nothing published and no draft', () => {
    expect(moduleStateOf([])).toEqual({ published: null, draft: null })
  })

  test('the newest of several drafts is the draft', () => {
    const { draft } = moduleStateOf([version(1, 'draft'), version(3, 'draft'), version(2, 'draft')])
    expect(draft?.number).toBe(3)
  })

  test('a draft newer than what is published waits to replace it', () => {
    const state = moduleStateOf([version(1, 'published'), version(2, 'draft')])
    expect(state.published?.number).toBe(1)
    expect(state.draft?.number).toBe(2)
  })

  test('a draft that was passed over by a later published version is no longer shown', () => {
    const state = moduleStateOf([version(1, 'draft'), version(2, 'published')])
    expect(state.draft).toBeNull()
  })

  test('withdrawn versions are neither', () => {
    expect(moduleStateOf([version(1, 'withdrawn')])).toEqual({ published: null, draft: null })
  })
})

test('versions are numbered on from the highest, whatever became of it', () => {
  expect(nextNumber([])).toBe(1)
  expect(nextNumber([version(4, 'withdrawn'), version(2, 'published')])).toBe(5)
})

describe('publishing', () => {
  test('the first version withdraws nothing', () => {
    const draft = version(1, 'draft')
    expect(publicationOf(draft, [draft])).toEqual({ publish: draft, withdraw: null })
  })

  test('a later version withdraws the one that was published', () => {
    const before = version(1, 'published')
    const draft = version(2, 'draft')
    expect(publicationOf(draft, [before, draft]).withdraw).toEqual(before)
  })

  test('a withdrawn version can come back in place of a broken successor', () => {
    const first = version(1, 'withdrawn')
    const broken = version(2, 'published')
    expect(publicationOf(first, [first, broken])).toEqual({ publish: first, withdraw: broken })
  })

  test('a published version is not published again', () => {
    const published = version(1, 'published')
    expect(() => publicationOf(published, [published])).toThrow('catalogue.already-published')
  })
})

describe('a slug', () => {
  test.each(['grund', 'grund-1', 'skola-och-forskola', 'lov-och-resor', 'samtal'])(
    '%s gives nothing away',
    (slug) => expect(isNeutralSlug(slug)).toBe(true),
  )

  test.each([
    'hedersrelaterat',
    'om-vald',
    'va-ld',
    'fortryck-1',
    'honour-based',
    'violence',
    'konsstympning',
    'tvangsaktenskap',
  ])('%s tells what the course is about', (slug) => expect(isNeutralSlug(slug)).toBe(false))
})

const course = {
  titleSv: 'Grundkurs',
  titleEn: 'Basic course',
  descriptionSv: 'Vad du gör.',
  descriptionEn: 'What you do.',
  slug: 'grund',
}

test('a course needs both languages', () => {
  expect(createCourseSchema.safeParse(course).success).toBe(true)
  const { error } = createCourseSchema.safeParse({ ...course, titleEn: '  ' })
  expect(error?.issues).toMatchObject([{ path: ['titleEn'], message: 'form.required' }])
})

test.each([
  ['Grund', 'catalogue.slug-form'],
  ['grund--1', 'catalogue.slug-form'],
  ['åäö', 'catalogue.slug-form'],
  ['hedersfragor', 'catalogue.slug-telling'],
])('the slug %s is answered with %s', (slug, message) => {
  const { error } = createCourseSchema.safeParse({ ...course, slug })
  expect(error?.issues[0]).toMatchObject({ path: ['slug'], message })
})

test('minutes come as text and are whole, from 1 to 600', () => {
  const module = {
    courseId: '01890000-0000-7000-8000-000000000000',
    titleSv: 'a',
    titleEn: 'a',
    summarySv: 'a',
    summaryEn: 'a',
    slug: 'a',
  }
  const minutesOf = (minutes: string) => createModuleSchema.safeParse({ ...module, minutes })
  expect(minutesOf('25').data?.minutes).toBe(25)
  for (const minutes of ['', '0', '601', '2.5', 'tio']) {
    expect(minutesOf(minutes).success, minutes).toBe(false)
  }
})
