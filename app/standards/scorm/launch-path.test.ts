import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  baseBelow,
  launchUrlOf,
  namesFolder,
  packageBase,
  resolveHref,
  withParameters,
} from './launch-path.ts'

const resolve = (bases: string[], href: string) =>
  resolveHref(bases.reduce(baseBelow, packageBase), href)
const inside = (path: string, query = '') => ({ kind: 'inside', path, query })

describe('resolving a reference of a manifest', () => {
  it('stands below every xml:base, outermost first', () => {
    expect(resolve(['kurs/', 'del-1/'], 'start.html')).toEqual(inside('kurs/del-1/start.html'))
  })

  it('goes up and down within the package', () => {
    expect(resolve(['kurs/del-1/'], '../gemensamt/./a.html')).toEqual(
      inside('kurs/gemensamt/a.html'),
    )
  })

  it('drops what follows the last slash of a base, as for any URL', () => {
    expect(resolve(['kurs/index.html'], 'b.html')).toEqual(inside('kurs/b.html'))
  })

  it('decodes percent escapes and composes letters (NFC)', () => {
    expect(resolve([], 'kapitel%201/o%CC%88vning.html')).toEqual(inside('kapitel 1/övning.html'))
  })

  it('lets a malformed escape stand for itself', () => {
    expect(resolve([], '100%.html')).toEqual(inside('100%.html'))
  })

  it('splits query and fragment from the path and makes them safe in a URL', () => {
    expect(resolve([], 'a.html?namn=å b&x="#sida 2')).toEqual(
      inside('a.html', '?namn=%C3%A5%20b&x=%22#sida%202'),
    )
  })

  it('takes backslashes as slashes', () => {
    expect(resolve([], 'kurs\\start.html')).toEqual(inside('kurs/start.html'))
  })

  it.each([
    '../a.html',
    'a/../../b.html',
    '..\\a.html',
    '%2e%2e/a.html',
    '/etc/passwd',
    '\\windows\\a.html',
    'C:\\a.html',
    'c:a.html',
    'a%2f..%2f..%2fb.html',
    'a%5c..%5cb.html',
    'a%00.html',
    'a/'.repeat(501),
    `a.html?${'x'.repeat(4_000)}`,
  ])('says that %s leaves the package', (href) => {
    expect(resolve([], href)).toEqual({ kind: 'outside' })
  })

  it.each(['https://example.org/a.html', '//example.org/a.html', 'javascript:alert(1)', 'data:x'])(
    'says that %s is foreign',
    (href) => {
      expect(resolve([], href)).toEqual({ kind: 'foreign' })
    },
  )

  it('judges a base like a reference', () => {
    expect(resolve(['../'], 'a.html')).toEqual({ kind: 'outside' })
    expect(resolve(['https://example.org/'], 'a.html')).toEqual({ kind: 'foreign' })
  })

  it('never answers a path that climbs, whatever it is given', () => {
    const piece = fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2f', '%5c', '\\', 'å', '%', 'b c')
    const reference = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('/'))
    fc.assert(
      fc.property(fc.array(reference, { maxLength: 2 }), reference, (bases, href) => {
        const where = resolve(bases, href)
        if (where.kind !== 'inside') return
        expect(where.path).not.toMatch(/(^|\/)\.\.?(\/|$)|^\/|\\|\/\//)
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})

describe('adding the parameters of an item', () => {
  it.each([
    ['', '?fraga=2', '?fraga=2'],
    ['', 'fraga=2', '?fraga=2'],
    ['', '&fraga=2', '?fraga=2'],
    ['?a=1', '?b=2', '?a=1&b=2'],
    ['?a=1#top', 'b=2', '?a=1&b=2#top'],
    ['', '#sida', '#sida'],
    ['#top', '#sida', '#top'],
    ['?a=1', null, '?a=1'],
    ['?a=1', ' ', '?a=1'],
  ])('%o and %o give %o', (query, parameters, expected) => {
    expect(withParameters(query, parameters)).toBe(expected)
  })
})

it('writes a launch as a relative URL', () => {
  expect(launchUrlOf({ launchPath: 'kapitel 1/å?.html', launchQuery: '?a=1' })).toBe(
    'kapitel%201/%C3%A5%3F.html?a=1',
  )
})

it.each([
  ['bilder/', true],
  ['bilder\\', true],
  ['./', true],
  ['a/..', true],
  ['', true],
  ['bilder/?a=b.html', true],
  ['bilder', false],
  ['a.html?x=/', false],
  ['a..', false],
])('tells whether %o names a folder', (href, folder) => {
  expect(namesFolder(href)).toBe(folder)
})
