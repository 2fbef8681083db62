import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listQueryOf, listSearch, oneOf, sortWord, type ListShape } from './list-query.ts'

const shape = {
  sorts: ['name', 'due'],
  filters: {
    kind: oneOf(['region', 'municipality']),
    place: (code: string) => /^\d{4}$/.test(code),
  },
} as const satisfies ListShape

const plain = {
  search: '',
  sort: 'name',
  isDescending: false,
  filters: { kind: [], place: [] },
  page: 1,
}

describe("a list's address", () => {
  test('asks for the usual where it says nothing', () => {
    expect(listQueryOf('https://samsyn.example/organisations', shape)).toEqual(plain)
  })

  test('asks for words, filters of several values, an order and a page', () => {
    const address =
      '/list?search=%20skola%20&kind=region&kind=municipality&place=2180&sort=-due&page=3'
    expect(listQueryOf(address, shape)).toEqual({
      search: 'skola',
      sort: 'due',
      isDescending: true,
      filters: { kind: ['region', 'municipality'], place: ['2180'] },
      page: 3,
    })
  })

  test('loses what the list does not take', () => {
    const address = '/list?kind=planet&place=x&sort=-salary&page=-2&other=1'
    expect(listQueryOf(address, shape)).toEqual(plain)
  })

  test('never makes anything but a query, whatever it holds', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const query = listQueryOf(`/list?${search}`, shape)
        expect(shape.sorts).toContain(query.sort)
        expect(query.page).toBeGreaterThanOrEqual(1)
        expect(query.search.length).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('an address with something changed', () => {
  test('keeps the rest, and begins at the first page', () => {
    expect(listSearch('?module=grund&page=4&sort=due', { sort: '-due' })).toBe(
      '?module=grund&sort=-due',
    )
    expect(listSearch('?module=grund&sort=due', { page: 2 })).toBe('?module=grund&sort=due&page=2')
  })

  test('leaves out what is empty, so that equal lists have equal addresses', () => {
    expect(listSearch('?search=&kind=region', { kind: null, page: 1 })).toBe('')
  })

  test('is read as it was written', () => {
    const query = { sort: 'due', isDescending: true } as const
    expect(listQueryOf(listSearch('', { sort: sortWord(query) }), shape)).toMatchObject(query)
  })
})
