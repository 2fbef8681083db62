import { describe, expect, it } from 'vitest'
import { problemTexts } from '../source/problem-texts.ts'
import { checkCourse } from './course-check.ts'
import { plantedFaults } from './testdata/planted-faults.ts'
import { add, day, smallCourse, swap } from './testdata/small-course.ts'

const told = (changes: Parameters<typeof smallCourse>[0]) =>
  checkCourse(smallCourse(changes), day).problems.map(({ code, file, line }) => [
    code,
    `${file}:${line}`,
  ])

describe('a course without faults', () => {
  it('has nothing to mend', () => {
    const { problems, overdue, guessable } = checkCourse(smallCourse(), day)
    expect({ problems, overdue, guessable }).toEqual({ problems: [], overdue: [], guessable: [] })
  })

  it('lists apart the facts that somebody must look up', () => {
    expect(checkCourse(smallCourse(), day).toCheck.map(({ id }) => id)).toEqual(['lag-brandskydd'])
  })

  it('lists apart the facts whose review was due yesterday, not today', () => {
    const on = (today: string) => checkCourse(smallCourse(), today).overdue
    expect(on('2027-01-10')).toEqual([])
    expect(on('2027-01-11').map(({ code, file }) => [code, file])).toEqual([
      ['fact-overdue', 'facts/lag-brandskydd.yaml'],
      ['fact-overdue', 'facts/larm-112.yaml'],
    ])
  })

  it('lists apart the questions of a test whose right answer is the longest', () => {
    const file = 'modules/provet/questions/grunden.md'
    const longer = smallCourse({ texts: { [file]: swap('Den varma', 'Den varma dörren') } })
    expect(checkCourse(longer, day).guessable.map(({ id }) => id)).toEqual(['prov-2'])
  })
})

describe('a planted fault', () => {
  it.each(plantedFaults.map((fault) => [fault.told.map(([code]) => code).join(), fault] as const))(
    'is told, and it alone: %s',
    (_, fault) => {
      expect(told(fault.changes)).toEqual(fault.told)
    },
  )

  it('has been planted for everything that can be told', () => {
    // The map belongs to no course; a due review is listed apart.
    const elsewhere = ['map-stale', 'fact-overdue']
    const planted = plantedFaults.flatMap((fault) => fault.told.map(([code]) => code as string))
    expect(
      Object.keys(problemTexts)
        .filter((code) => !planted.includes(code))
        .sort(),
    ).toEqual(elsewhere.sort())
  })

  it('hides no other', () => {
    const changes = {
      texts: {
        'facts/larm-112.yaml': swap('certainty: high', 'certainty: sure'),
        'modules/grunden/01-borja.md': swap('stund.', 'stund och kostar 112 <b>kr</b>.'),
        'modules/grunden/02-larma.md': add('\nSe :fact[lag-okand].\n'),
      },
    }
    expect(told(changes).map(([code]) => code)).toEqual([
      'value-not-among',
      'html-refused',
      'typed-phone',
      'fact-unknown',
    ])
  })
})
