import { describe, expect, test } from 'vitest'
import { afterEnd, validityOf, type Place } from './navigation.ts'

const item = (identifier: string, depth = 0) => ({
  identifier,
  depth,
  launchUrl: `/content/${identifier}.html`,
})
const heading = (identifier: string, depth = 0) => ({ identifier, depth, launchUrl: null })
/** intro; part one (a, b); an empty part; last */
const items = [
  item('intro'),
  heading('part-1'),
  item('a', 1),
  item('b', 1),
  heading('empty'),
  item('last'),
]
const at = (current: string): Place => ({ items, current })

describe('adl.nav.request_valid (SN 5.6.5)', () => {
  const validity = (what: string, current: string) =>
    validityOf(`adl.nav.request_valid.${what}`, at(current))

  test('lets content go on until the last item and back until the first', () => {
    expect(['intro', 'a', 'last'].map((item) => validity('continue', item))).toEqual([
      'true',
      'true',
      'false',
    ])
    expect(['intro', 'a', 'last'].map((item) => validity('previous', item))).toEqual([
      'false',
      'true',
      'true',
    ])
  })

  test('lets it choose every item that can be shown, and headings that have one', () => {
    expect(validity('choice.{target=last}', 'intro')).toBe('true')
    expect(validity('jump.{target=part-1}', 'intro')).toBe('true')
    expect(validity('choice.{target=empty}', 'intro')).toBe('false')
    expect(validity('choice.{target=gone}', 'intro')).toBe('false')
  })

  test('answers for no other element', () => {
    expect(validityOf('adl.nav.request', at('a'))).toBeUndefined()
    expect(validity('continue.now', 'a')).toBeUndefined()
  })
})

describe('content that has ended', () => {
  test('is followed by its neighbour, past headings', () => {
    expect(afterEnd('continue', at('intro'))).toEqual({ item: 'a' })
    expect(afterEnd('continue', at('b'))).toEqual({ item: 'last' })
    expect(afterEnd('previous', at('a'))).toEqual({ item: 'intro' })
  })

  test('is followed by the item it chooses, or the first below the heading it chooses', () => {
    expect(afterEnd('{target=last}choice', at('intro'))).toEqual({ item: 'last' })
    expect(afterEnd('{target=part-1}jump', at('last'))).toEqual({ item: 'a' })
  })

  test.each(['exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'])(
    'leaves by %s',
    (request) => {
      expect(afterEnd(request, at('a'))).toBe('leaves')
    },
  )

  test('leaves when it wants to go on from the last item', () => {
    expect(afterEnd('continue', at('last'))).toBe('leaves')
  })

  test('stays when it asks for nothing, or for what there is not', () => {
    for (const request of ['_none_', '{target=gone}choice', '{target=empty}choice']) {
      expect(afterEnd(request, at('a'))).toBe('stays')
    }
    expect(afterEnd('previous', at('intro'))).toBe('stays')
  })
})
