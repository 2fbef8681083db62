import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshState, packed, textSizes, unpacked, type ModuleState } from './module-state.ts'

const id = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}$/)
const response = fc.stringMatching(/^[a-z]{1,6}$/)
const handedIn = fc.record({
  seed: fc.integer(),
  drawn: fc.array(id),
  answers: fc.dictionary(id, response),
})
const anyState: fc.Arbitrary<ModuleState> = fc.record({
  at: fc.oneof(fc.constant(''), id),
  seen: fc.array(id),
  answers: fc.dictionary(id, fc.record({ first: fc.boolean(), latest: response })),
  paths: fc.dictionary(id, fc.stringMatching(/^[a-c]{0,4}\+?$/)),
  textSize: fc.constantFrom(...textSizes),
  language: fc.constantFrom('sv' as const, 'en' as const, undefined),
  test: fc.option(
    fc
      .tuple(handedIn, fc.dictionary(id, fc.nat(600)))
      .map(([test, seconds]) => ({ ...test, seconds })),
    { nil: undefined },
  ),
  handedIn: fc.option(handedIn, { nil: undefined }),
  passed: fc.option(fc.nat(100), { nil: undefined }),
})

test('what is packed is unpacked as it was', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(unpacked(packed(state))).toEqual(state)
    }),
  )
})

test.each(['', 'null', '[]', '{"v":2,"a":"x"}', 'sida=3', '{"v":1'])(
  '%j, which is none of ours, is a fresh beginning',
  (text) => {
    expect(unpacked(text)).toEqual(freshState)
  },
)

test('what is not understood is left out, and the rest stands', () => {
  const text = '{"v":1,"a":7,"p":["a",1],"q":{"x":"1b","y":2},"z":9,"t":"?","g":"?"}'
  expect(unpacked(text)).toEqual({
    ...freshState,
    seen: ['a'],
    answers: { x: { first: true, latest: 'b' } },
  })
})

/** Of the longest names that a writer would choose. */
const ids = (count: number, name: string) =>
  Array.from({ length: count }, (_, number) => `${name}-med-ett-ratt-langt-namn-${number}`)
const byId = <Value>(count: number, name: string, value: Value) =>
  Object.fromEntries(ids(count, name).map((one) => [one, value]))

test('a long lesson in the middle of it fits the 4,096 characters of SCORM 1.2', () => {
  const state: ModuleState = {
    ...freshState,
    at: ids(1, 'sida')[0]!,
    seen: ids(14, 'sida'),
    answers: byId(14, 'fraga', { first: false, latest: 'abcdef' }),
    paths: byId(3, 'fall', 'abc+'),
    textSize: 2,
    language: 'en',
  }
  expect(packed(state).length).toBeLessThan(4096)
})

test('a test of 20 questions under way after another one fits them too', () => {
  const drawn = ids(20, 'f')
  const answers = byId(20, 'f', 'abcd')
  const state: ModuleState = {
    ...freshState,
    at: '+test',
    seen: ids(2, 'sida'),
    test: { seed: 4_294_967_295, drawn, answers, seconds: byId(20, 'f', 600) },
    passed: 85,
  }
  expect(packed(state).length).toBeLessThan(4096)
})
