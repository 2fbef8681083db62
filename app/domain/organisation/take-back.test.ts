import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '~/kernel/dates.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { command, drawn, newIds, start, village } from '../../../tests/fixtures/random-changes.ts'
import { flawsFrom, type Placement } from './organisation-tree.ts'
import { reorganise, type Command } from './reorganisation.ts'
import {
  isRelated,
  reckonsWith,
  takeBack,
  toldBy,
  type LineOfChange,
  type Told,
} from './take-back.ts'

interface Change {
  step: Command
  day: Day
  told: Told
  lines: LineOfChange[]
}

/** Carries out what can be carried out, and tells what each change wrote. */
function carryOut(steps: { step: Command; day: Day }[]) {
  let placements: Placement[] = village()
  const changes: Change[] = []
  const refused: string[] = []
  const used = new Set<string>(placements.map(({ unitId }) => unitId))
  for (const { step, day } of steps) {
    const ids = newIds(step)
    if (ids.some((id) => used.has(id)) || new Set(ids).size < ids.length) continue
    try {
      const { placements: after, changes: lines } = reorganise(placements, step, day)
      changes.push({ step, day, told: toldBy(placements, after), lines })
      placements = after
      for (const id of ids) used.add(id)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push(error.code)
    }
  }
  return { placements, changes, refused }
}

function tryBack(placements: Placement[], { told, day }: Change): Placement[] | null {
  try {
    return takeBack(placements, told, day)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

const days = Array.from({ length: 63 }, (_, index) => addDays(start, index))
const steps = fc.array(
  fc
    .tuple(command, fc.integer({ min: 0, max: 60 }))
    .map(([step, after]) => ({ step, day: addDays(start, after) })),
  { minLength: 10, maxLength: 50 },
)

test('after the last change is taken back, every day is as it was before it', () => {
  const tried: Record<string, number> = {}
  fc.assert(
    fc.property(steps, (told) => {
      const { changes, placements } = carryOut(told)
      let present = placements
      for (let left = changes.length; left > 0; left--) {
        const change = changes[left - 1]!
        present = takeBack(present, change.told, change.day)
        const before = carryOut(changes.slice(0, left - 1)).placements
        for (const day of days) expect(drawn(present, day)).toEqual(drawn(before, day))
        tried[change.step.kind] = (tried[change.step.kind] ?? 0) + 1
      }
    }),
    { numRuns: 150 },
  )
  for (const kind of ['add', 'rename', 'move', 'merge', 'split', 'close']) {
    expect(tried[kind], kind).toBeGreaterThan(3)
  }
})

test('after any change is taken back, every day is as if it had never been told', () => {
  const outcomes = { back: 0, refused: 0, reckoned: 0 }
  fc.assert(
    fc.property(steps, fc.nat(), (told, choice) => {
      const { changes, placements } = carryOut(told)
      if (changes.length === 0) return
      const at = choice % changes.length
      const chosen = changes[at]!
      const isReckonedWith = changes
        .slice(at + 1)
        .some(({ lines }) => lines.some((line) => reckonsWith(line, chosen.lines)))
      if (isReckonedWith) {
        outcomes.reckoned += 1
        return
      }
      const result = tryBack(placements, chosen)
      if (!result) {
        outcomes.refused += 1
        // Somebody can be told what to take back first.
        expect(changes.slice(at + 1).some((later) => isRelated(chosen.told, later.told))).toBe(true)
        return
      }
      outcomes.back += 1
      expect(flawsFrom(result, '2000-01-01')).toEqual([])
      const others = changes.filter((_, index) => index !== at)
      const without = carryOut(others)
      // A name that was free because of it may have been taken since: then two units have one, as after a move.
      expect(without.refused.filter((code) => code !== 'unit.name-taken')).toEqual([])
      if (without.refused.length > 0) return
      for (const day of days) expect(drawn(result, day)).toEqual(drawn(without.placements, day))
    }),
    { numRuns: 1200 },
  )
  expect(outcomes.back).toBeGreaterThan(30)
  expect(outcomes.refused).toBeGreaterThan(20)
  expect(outcomes.reckoned).toBeGreaterThan(5)
})
