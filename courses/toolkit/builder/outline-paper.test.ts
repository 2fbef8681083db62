import { expect, test } from 'vitest'
import {
  moduleOutlineSchema,
  type OutlineBlock,
  type OutlineCase,
  type OutlineQuestion,
} from '~/domain/catalogue/module-outline.schema.ts'
import { outlineOf } from './module-outline.ts'
import { moduleOf, readSample } from './sample-course.ts'

const course = readSample()
const outline = (slug: string) => outlineOf(course, moduleOf(course, slug))
const blocksOf = (slug: string): OutlineBlock[] =>
  outline(slug).parts.flatMap(({ kind, content }) => (kind === 'page' ? (content ?? []) : []))

test('pages tell their questions with what is right, and Samsyn can read it', () => {
  const module = moduleOf(course, 'samtal')
  const asked = module.pages.flatMap(({ blocks }) => blocks.filter((b) => b.kind === 'question'))
  const told = blocksOf('samtal').filter((b): b is OutlineQuestion => b.kind === 'question')
  expect(told.length).toBeGreaterThan(0)
  expect(told.map(({ type, answers }) => [type, answers.map(({ isRight }) => isRight)])).toEqual(
    asked.map(({ type, answers, steps }) => [
      type,
      type === 'order' ? steps.map(() => true) : answers.map(({ right }) => right),
    ]),
  )
  expect(moduleOutlineSchema.safeParse(outline('samtal')).success).toBe(true)
})

test('choices of a case lead to scenes by their numbers', () => {
  const [story] = blocksOf('samtal').filter((b): b is OutlineCase => b.kind === 'case')
  const ways = story!.scenes.flatMap(({ choices }) => choices.map(({ to }) => to))
  expect(ways.length).toBeGreaterThan(0)
  for (const to of ways) expect(to === null || to <= story!.scenes.length).toBe(true)
})

test('the questions of a test stand in no page', () => {
  const { bank } = moduleOf(course, 'prov')
  expect(bank.length).toBeGreaterThan(0)
  expect(blocksOf('prov').filter(({ kind }) => kind === 'question')).toEqual([])
  expect(outline('prov').parts.find(({ kind }) => kind === 'test')).toMatchObject({
    words: '',
    content: null,
  })
})
