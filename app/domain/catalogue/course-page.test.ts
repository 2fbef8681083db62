import { expect, test } from 'vitest'
import { newId, type ModuleId } from '~/kernel/ids.ts'
import {
  basicsOf,
  groupsOf,
  modulesOf,
  nextOf,
  tracksFor,
  type CourseModule,
  type CourseTrack,
} from './course-page.ts'

const module = (slug: string, kind: CourseModule['kind']): CourseModule => ({
  id: newId<ModuleId>(),
  slug,
  kind,
  title: slug,
  summary: '',
  minutes: 10,
  passMark: null,
})

const renew = module('renew', 'refresher')
const school = module('school', 'track')
const test1 = module('test', 'test')
const one = module('one', 'lesson')
const two = module('two', 'lesson')
const modules = [renew, school, one, test1, two]
const slugs = (some: readonly CourseModule[] | undefined) => some?.map(({ slug }) => slug)

test('modules stand in groups: basics, test, what belongs to professions, what renews', () => {
  expect(groupsOf(modules).map((group) => [group.kind, slugs(group.modules)])).toEqual([
    ['lesson', ['one', 'two']],
    ['test', ['test']],
    ['track', ['school']],
    ['refresher', ['renew']],
  ])
})

test('a track has its modules in its own order, and only those that are published', () => {
  const track = {
    slug: 'school',
    title: 'School',
    description: '',
    professionGroups: [],
    moduleIds: [two.id, newId<ModuleId>(), one.id],
  }
  expect(slugs(modulesOf({ modules }, track))).toEqual(['two', 'one'])
  expect(modulesOf({ modules }, undefined)).toBe(modules)
})

test('the basics are what everybody takes; a course without any is whole', () => {
  expect(slugs(basicsOf(modules))).toEqual(['one', 'test', 'two'])
  expect(slugs(basicsOf([school]))).toEqual(['school'])
})

test('next is the first that is not done, and what renews comes last', () => {
  const next = (...done: CourseModule[]) =>
    nextOf(modules, (id) => done.some((module) => module.id === id))?.slug
  expect(next()).toBe('school')
  expect(next(school)).toBe('one')
  expect(next(school, one, test1, two)).toBe('renew')
  expect(next(...modules)).toBeUndefined()
})

const track = (
  slug: string,
  ...professionGroups: CourseTrack['professionGroups']
): CourseTrack => ({
  slug,
  title: slug,
  description: '',
  professionGroups,
  moduleIds: [],
})

test('a reader’s own tracks come first, and the page begins with the only one of them', () => {
  const tracks = [track('grund', 'other'), track('social', 'social-services')]
  const asked = (slug: string | null) => tracksFor(tracks, ['social-services'], slug)
  expect(asked(null).tracks.map(({ slug }) => slug)).toEqual(['social', 'grund'])
  expect(asked(null).chosen?.slug).toBe('social')
  expect(asked('grund').chosen?.slug).toBe('grund')
  expect(asked('all').chosen).toBeUndefined()
  expect(tracksFor(tracks, [], null)).toEqual({ tracks, own: [], chosen: undefined })
})

test('who may be of two tracks chooses between them', () => {
  const tracks = [track('grund', 'other'), track('skola', 'school'), track('forskola', 'school')]
  const { own, chosen } = tracksFor(tracks, ['school'], null)
  expect(own.map(({ slug }) => slug)).toEqual(['skola', 'forskola'])
  expect(chosen).toBeUndefined()
})
