import { expect, test } from 'vitest'
import { pagesOf, stopsOf, type AttemptStay } from './page-figures.ts'

const stays = (location: string, seconds: number[], item = 'item-1'): AttemptStay[] =>
  seconds.map((each) => ({ item, location, seconds: each, visits: 2 }))

test('a page has the median of its attempts and the sum of their visits', () => {
  const { pages, few } = pagesOf(stays('1', [10, 20, 30, 40, 500]), ['item-1'])
  expect(pages).toEqual([
    { item: 'item-1', location: '1', attempts: 5, visits: 10, medianSeconds: 30 },
  ])
  expect(few).toBe(0)
})

test('pages come in the order of items, then of their numbers', () => {
  const five = [1, 2, 3, 4, 5]
  const all = [
    ...stays('10', five),
    ...stays('9', five),
    ...stays('a', five, 'item-2'),
    ...stays('2', five),
  ]
  const { pages } = pagesOf(all, ['item-1', 'item-2'])
  expect(pages.map(({ location }) => location)).toEqual(['2', '9', '10', 'a'])
})

test('a page that four attempts have seen is counted and not told', () => {
  const { pages, few } = pagesOf([...stays('1', [1, 2, 3, 4]), ...stays('2', [1])], ['item-1'])
  expect(pages).toEqual([])
  expect(few).toBe(2)
})

test('what comes before the first bookmark is no page, except where there are no bookmarks', () => {
  const five = [1, 2, 3, 4, 5]
  const all = [...stays('', five), ...stays('1', five), ...stays('', five, 'item-2')]
  const { pages } = pagesOf(all, ['item-1', 'item-2'])
  expect(pages.map(({ item, location }) => [item, location])).toEqual([
    ['item-1', '1'],
    ['item-2', ''],
  ])
})

const at = (location: string, count: number) =>
  Array.from({ length: count }, () => ({ item: 'item-1', location }))
const nowhere = { item: null, location: null }

test('the places where attempts stop are told most first, with their sum', () => {
  const stops = stopsOf([...at('2', 6), ...at('4', 9)])
  expect(stops).toEqual({
    total: 15,
    places: [
      { item: 'item-1', location: '4', attempts: 9 },
      { item: 'item-1', location: '2', attempts: 6 },
    ],
    elsewhere: 0,
  })
})

test('places with too few are told together when they are enough', () => {
  const stops = stopsOf([...at('2', 6), ...at('3', 4), ...at('4', 3), nowhere])
  expect(stops).toMatchObject({ total: 14, elsewhere: 8 })
  expect(stops.places).toHaveLength(1)
})

test('a rest of four is not told, nor the sum that it could be reckoned from', () => {
  expect(stopsOf([...at('2', 6), ...at('3', 4)])).toMatchObject({ total: null, elsewhere: null })
  expect(stopsOf(at('2', 3))).toEqual({ total: null, places: [], elsewhere: null })
})

test('where nobody has stopped there is nothing', () => {
  expect(stopsOf([])).toEqual({ total: 0, places: [], elsewhere: 0 })
})
