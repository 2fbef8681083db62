import { describe, expect, it } from 'vitest'
import { makePressCounter } from './press-counter.ts'

const answers = (times: number[]) => times.map(makePressCounter(3, 2000))

describe('pressing Esc to leave', () => {
  it('takes three presses', () => {
    expect(answers([0, 500, 1000])).toEqual([false, false, true])
  })

  it('counts three presses in exactly two seconds', () => {
    expect(answers([0, 1000, 2000])).toEqual([false, false, true])
  })

  it('forgets a press older than two seconds', () => {
    expect(answers([0, 1000, 2001])).toEqual([false, false, false])
  })

  it('counts the last three, however many came before', () => {
    expect(answers([0, 1900, 2100, 2300])).toEqual([false, false, false, true])
  })

  it('starts afresh once it has answered', () => {
    expect(answers([0, 100, 200, 300, 400, 500])).toEqual([false, false, true, false, false, true])
  })
})
