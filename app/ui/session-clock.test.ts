import { describe, expect, it } from 'vitest'
import { sessionState } from './session-clock.ts'

const minutes = (count: number) => count * 60_000

describe('the warning before sign-out', () => {
  it('keeps quiet until five minutes are left', () => {
    expect(sessionState(minutes(5) + 1)).toEqual({ kind: 'signed-in' })
    expect(sessionState(minutes(5))).toEqual({ kind: 'ending', minutesLeft: 5 })
  })

  it('counts a minute that has begun', () => {
    expect(sessionState(minutes(4) + 1)).toEqual({ kind: 'ending', minutesLeft: 5 })
    expect(sessionState(1)).toEqual({ kind: 'ending', minutesLeft: 1 })
  })

  it('tells that the sign-in has ended from the moment it does', () => {
    expect(sessionState(0)).toEqual({ kind: 'ended' })
    expect(sessionState(minutes(-600))).toEqual({ kind: 'ended' })
  })
})
