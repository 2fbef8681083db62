import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { drawQuestions, type Drawable } from './draw.ts'

const modules = ['a', 'b', 'c', 'd', 'e', 'f']

/** A bank with so many questions of each module. */
const bankOf = (counts: number[]): Drawable[] =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, number) => ({
      id: `${modules[index]}${number}`,
      module: modules[index]!,
    })),
  )

const anyBank = fc
  .array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 })
  .map(bankOf)
const modulesOf = (ids: readonly string[]) => ids.map((id) => id[0]!)
const count = (ids: readonly string[], module: string) =>
  modulesOf(ids).filter((one) => one === module).length

test('a draw covers every module and asks nothing twice, whatever the chance', () => {
  fc.assert(
    fc.property(anyBank, fc.integer(), fc.nat(40), (bank, seed, more) => {
      const covered = new Set(bank.map(({ module }) => module))
      const wanted = covered.size + more
      const drawn = drawQuestions(bank, wanted, chanceOf(seed))
      expect(drawn).toHaveLength(Math.min(wanted, bank.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(new Set(modulesOf(drawn))).toEqual(covered)
    }),
  )
})

test('20 of 60 questions in six modules are three or four of each', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = drawQuestions(bankOf([10, 10, 10, 10, 10, 10]), 20, chanceOf(seed))
      for (const module of modules) expect([3, 4]).toContain(count(drawn, module))
    }),
  )
})

test('a module with few questions gives what it has, and the others the rest', () => {
  const drawn = drawQuestions(bankOf([1, 10]), 8, chanceOf(1))
  expect([count(drawn, 'a'), count(drawn, 'b')]).toEqual([1, 7])
})

test('the same seed draws the same, and another seed something else', () => {
  const bank = bankOf([10, 10, 10, 10, 10, 10])
  const drawn = (seed: number) => drawQuestions(bank, 20, chanceOf(seed))
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

test('every question comes up sooner or later', () => {
  const bank = bankOf([10, 10, 10, 10, 10, 10])
  const seen = new Set(
    Array.from({ length: 60 }, (_, seed) => drawQuestions(bank, 20, chanceOf(seed))).flat(),
  )
  expect(seen.size).toBe(60)
})
