import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostPlaces, staysAfter, type PageStay } from './page-stay.ts'
import type { TrailCommit } from './trail-commit.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')

/** A commit `second` seconds after noon, with a bookmark unless it says none. */
function commit(
  second: number,
  bookmark: string | null,
  values: Partial<TrailCommit> = {},
): TrailCommit {
  const elements: Record<string, string> =
    bookmark === null ? {} : { 'cmi.core.lesson_location': bookmark }
  const receivedAt = new Date(noon + second * 1000)
  return { item: 'item-1', session: 's1', source: 'live', receivedAt, elements, ...values }
}

/** What is stayed at, shortly: "location seconds/visits". */
const shown = (stays: readonly PageStay[]) =>
  stays.map(({ location, seconds, visits }) => `${location} ${seconds}/${visits}`)

test('a page has the seconds until the next bookmark, and each coming to it is a visit', () => {
  // Page 1 for 30 s, page 2 for 20 s, page 1 again for 5 s, and there the session ends.
  const stays = staysAfter(
    [],
    [commit(0, '1'), commit(30, '2'), commit(50, '1'), commit(55, null)],
    null,
  )
  expect(shown(stays)).toEqual(['1 35/2', '2 20/1'])
})

test('SCORM 2004 bookmarks by another name', () => {
  const at = (second: number, location: string) =>
    commit(second, null, { elements: { 'cmi.location': location } })
  expect(shown(staysAfter([], [at(0, 'a'), at(10, 'b')], null))).toEqual(['a 10/1', 'b 0/1'])
})

test('a pause counts as ten minutes at most, and one between two sessions as nothing', () => {
  const away = [commit(0, '1'), commit(3_600, null)]
  expect(shown(staysAfter([], away, null))).toEqual(['1 600/1'])
  const back = [commit(0, '1'), commit(300, null, { session: 's2' })]
  expect(shown(staysAfter([], back, null))).toEqual(['1 0/2'])
})

test('what comes late from the outbox tells where the learner was, and not for how long', () => {
  const late = { source: 'replayed' } as const
  const stays = staysAfter(
    [],
    [commit(0, '1'), commit(400, '2', late), commit(400, '3', late)],
    null,
  )
  expect(shown(stays)).toEqual(['1 0/1', '2 0/1', '3 0/1'])
  const last = [...stays].sort((a, b) => b.leftAt.getTime() - a.leftAt.getTime())[0]
  expect(last?.location).toBe('3')
})

test('an item has places of its own, and one without bookmarks is one place', () => {
  const other = { item: 'item-2', session: 's2' }
  const stays = staysAfter(
    [],
    [commit(0, '1'), commit(9, null, other), commit(19, null, other)],
    null,
  )
  expect(stays.map(({ item, location, seconds }) => [item, location, seconds])).toEqual([
    ['item-1', '1', 0],
    ['item-2', '', 10],
  ])
})

test('content that bookmarks without end has so many places and no more', () => {
  const commits = Array.from({ length: mostPlaces + 50 }, (_, second) =>
    commit(second, `${second}`),
  )
  const stays = staysAfter([], commits, null)
  expect(stays).toHaveLength(mostPlaces + 1)
  expect(stays.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(mostPlaces + 49)
})

const anyCommit = fc.record({
  pause: fc.integer({ min: -5, max: 700 }),
  bookmark: fc.constantFrom(null, '1', '2', '3'),
  item: fc.constantFrom('item-1', 'item-2'),
  session: fc.constantFrom('s1', 's2'),
  source: fc.constantFrom('live', 'replayed', 'exit'),
})
const anyTrail = fc.array(anyCommit, { maxLength: 15 }).map((drawn) => {
  let second = 0
  return drawn.map(({ pause, bookmark, ...values }) =>
    commit((second += pause), bookmark, values as Partial<TrailCommit>),
  )
})

test('a trail gathered in two pieces comes to the same as gathered at once, wherever it is cut', () => {
  fc.assert(
    fc.property(anyTrail, fc.nat(15), (commits, cut) => {
      const first = staysAfter([], commits.slice(0, cut), null)
      const last = commits.slice(0, cut).at(-1)?.session ?? null
      const second = staysAfter(first, commits.slice(cut), last)
      const both = new Map(
        [...first, ...second].map((stay) => [`${stay.item} ${stay.location}`, stay]),
      )
      const whole = staysAfter([], commits, null)
      expect(new Set(both.values())).toEqual(new Set(whole))
    }),
  )
})

test('no place has more time than the trail is long, and the latest is where the last commit was', () => {
  fc.assert(
    fc.property(anyTrail, (commits) => {
      const stays = staysAfter([], commits, null)
      const times = stays.map(({ leftAt }) => leftAt.getTime())
      expect(new Set(times).size).toBe(times.length)
      const seconds = stays.reduce((sum, stay) => sum + stay.seconds, 0)
      expect(seconds).toBeLessThanOrEqual(600 * Math.max(0, commits.length - 1))
      const latest = stays.find(({ leftAt }) => leftAt.getTime() === Math.max(...times))
      expect(latest?.item).toBe(commits.at(-1)?.item)
    }),
  )
})
