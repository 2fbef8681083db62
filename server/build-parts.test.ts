import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { buildParts } from './build-parts.ts'

const paths: Record<string, [parentId: string | undefined, path: string | undefined]> = {
  root: [undefined, ''],
  front: ['root', undefined],
  home: ['root', 'home'],
  courses: ['root', 'courses'],
  course: ['courses', ':slug'],
  modules: ['root', 'modules/:slug'],
  layout: ['root', undefined],
  people: ['layout', 'people'],
  anything: ['root', '*'],
  maybe: ['root', ':language?/help'],
}
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, [parentId, path]]) => [id, { id, parentId, path }]),
)
const build = { routes, assets: { routes } } as unknown as ServerBuild
const partOf = buildParts(build)
const idsOf = (pathname: string) => {
  const part = partOf(pathname)
  // What answers and what draws are of the same routes.
  expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes))
  return Object.keys(part.routes).sort()
}
const anyones = ['anything', 'front', 'layout', 'maybe', 'root']

test('an address gets the routes of its first segment, and those that may be anybody’s', () => {
  expect(idsOf('/home')).toEqual([...anyones, 'home'].sort())
  expect(idsOf('/courses/grund')).toEqual([...anyones, 'courses', 'course'].sort())
  expect(idsOf('/people/1/roles')).toEqual([...anyones, 'people'].sort())
})

test('so does what asks for its data, and one in capitals, as Remix matches', () => {
  expect(partOf('/home.data')).toBe(partOf('/home'))
  expect(partOf('/HOME')).toBe(partOf('/home'))
})

test('an address that no route has by name gets all routes', () => {
  for (const pathname of ['/', '/_root.data', '/sv/help', '/nothing', '//home', '/%68ome']) {
    expect(partOf(pathname)).toBe(build)
  }
})
