import { describe, expect, test } from 'vitest'
import type { RegistrationId } from '~/kernel/ids.ts'
import { usualRules } from '~/domain/catalogue/module-rule.ts'
import {
  attemptsLeft,
  contentUrl,
  isSettled,
  itemToLaunch,
  standingResult,
  versionToPlay,
  type AttemptResult,
  type BegunVersion,
} from './attempt.ts'
import type { PlayerItem } from '~/kernel/player-protocol.ts'

const begun = (version: string, completion: BegunVersion['completion']): BegunVersion => ({
  registrationId: `registration of ${version}` as RegistrationId,
  moduleVersionId: version,
  number: 1,
  completion,
  success: 'unknown',
})

describe('starting a module', () => {
  test('begins the published version', () => {
    expect(versionToPlay([], 'v1')).toEqual({ newVersionId: 'v1' })
  })

  test('goes on with the version begun, also when another has been published meanwhile', () => {
    expect(versionToPlay([begun('v1', 'incomplete')], 'v2')).toEqual({
      registrationId: 'registration of v1',
    })
  })

  test('opens a completed version again while it is the published one', () => {
    expect(versionToPlay([begun('v1', 'completed')], 'v1')).toEqual({
      registrationId: 'registration of v1',
    })
  })

  test('begins the new version when the old one is completed', () => {
    expect(versionToPlay([begun('v1', 'completed')], 'v2')).toEqual({ newVersionId: 'v2' })
  })

  test('lets one who has completed a withdrawn module look at it again, and nobody else begin it', () => {
    expect(versionToPlay([begun('v1', 'completed')], null)).toEqual({
      registrationId: 'registration of v1',
    })
    expect(versionToPlay([], null)).toBeNull()
  })
})

describe('a launch', () => {
  const item = (identifier: string, launchUrl: string | null = `/content/${identifier}`) =>
    ({ identifier, launchUrl }) as PlayerItem
  const items = [item('heading', null), item('a'), item('b'), item('c')]
  const launched = (asked: string | null, last: string | null) =>
    itemToLaunch(items, asked, last)?.identifier

  test('shows what was asked for, else where the learner was, else the first that can be shown', () => {
    expect(launched('c', 'b')).toBe('c')
    expect(launched(null, 'b')).toBe('b')
    expect(launched(null, null)).toBe('a')
  })

  test('never shows a heading or an item that is not there', () => {
    expect(launched('heading', 'b')).toBe('b')
    expect(launched('gone', null)).toBe('a')
    expect(itemToLaunch([item('heading', null)], null, null)).toBeUndefined()
  })
})

test('a file keeps its folders in its address, and everything else is escaped', () => {
  expect(contentUrl('/content/3f/', 'del 1/räkna?.html', '?a=1#b')).toBe(
    '/content/3f/del%201/r%C3%A4kna%3F.html?a=1#b',
  )
})

describe('several attempts', () => {
  const result = (number: number, values: Partial<AttemptResult>): AttemptResult => ({
    number,
    completion: 'incomplete',
    success: 'unknown',
    scoreScaled: null,
    totalSeconds: 60,
    ...values,
  })
  const passed = result(1, { completion: 'completed', success: 'passed', scoreScaled: 0.7 })
  const better = result(2, { completion: 'completed', success: 'passed', scoreScaled: 0.9 })
  const failed = result(3, { success: 'failed', scoreScaled: 0.2 })
  const open = result(4, {})
  const all = [passed, better, failed, open]

  test.each([
    ['best', 0.9],
    ['latest', 0.2],
    ['first', 0.7],
  ] as const)('come to the %s score, an attempt without one left aside', (scoreRule, score) => {
    expect(standingResult(all, { ...usualRules, scoreRule }).scoreScaled).toBe(score)
  })

  test('leave completed what was, and passed unless the latest verdict counts; time is the sum', () => {
    expect(standingResult(all, usualRules)).toMatchObject({
      completion: 'completed',
      success: 'passed',
      totalSeconds: 240,
    })
    expect(standingResult(all, { ...usualRules, statusRule: 'latest' })).toMatchObject({
      completion: 'completed',
      success: 'failed',
    })
  })

  test('that have not come to anything have no score and no verdict', () => {
    expect(standingResult([open], usualRules)).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
      scoreScaled: null,
    })
    expect(standingResult([], usualRules).completion).toBe('not attempted')
  })

  test('end at the number that is allowed', () => {
    expect(attemptsLeft(2, { ...usualRules, attemptsAllowed: 3 })).toBe(1)
    // Fewer are allowed now than have been made.
    expect(attemptsLeft(4, { ...usualRules, attemptsAllowed: 3 })).toBe(0)
    expect(attemptsLeft(40, usualRules)).toBeNull()
  })

  test('follow one that is done, passed or failed', () => {
    expect([passed, failed, open].map(isSettled)).toEqual([true, true, false])
  })
})
