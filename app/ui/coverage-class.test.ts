import { describe, expect, it } from 'vitest'
import { formatShare } from '~/i18n/format.ts'
import { coverageShown, coverageSteps, percentShown } from './coverage-class.ts'

const stepOf = (held: number, required: number) => {
  const shown = coverageShown({ held, required })
  return shown.kind === 'share' ? shown.step : shown.kind
}

describe('the coverage scale', () => {
  it('begins a class at its own lower bound', () => {
    expect([0, 19, 20, 39, 40, 59, 60, 79, 80, 100].map((held) => stepOf(held, 100))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ])
  })

  it('goes by the per cent that is written', () => {
    // 1 192 of 2 000 is 59.6 %, written 60 %, which stands in the class 60–79 %.
    expect(stepOf(1192, 2000)).toBe(4)
    // 1 189 of 2 000 is 59.45 %, written 59 %.
    expect(stepOf(1189, 2000)).toBe(3)
  })

  it('keeps more held than required in the highest class', () => {
    expect(stepOf(60, 52)).toBe(5)
  })

  it('writes the same per cent as the texts do', () => {
    for (let held = 0; held <= 1000; held++) {
      const share = held / 1000
      expect(formatShare('en', share)).toBe(`${percentShown(share)}%`)
    }
  })

  it('covers every whole per cent once', () => {
    const covered = coverageSteps.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    )
    expect(covered).toEqual(Array.from({ length: 101 }, (_, percent) => percent))
  })
})

describe('a figure without a share', () => {
  it('is unknown when nobody has declared how many should have the course', () => {
    expect(coverageShown({ held: 12, required: null })).toEqual({ kind: 'unknown' })
  })

  it('is not 0 % when the duty is declared to be nobody’s', () => {
    expect(coverageShown({ held: 0, required: 0 })).toEqual({ kind: 'nobody' })
  })

  it('stays hidden for a small group even when it is known', () => {
    expect(coverageShown({ held: 2, required: 3, hidden: true })).toEqual({ kind: 'hidden' })
  })
})
