import { describe, expect, test } from 'vitest'
import type { RegistrationId } from '~/kernel/ids.ts'
import { contentUrl, itemToLaunch, versionToPlay, type BegunVersion } from './attempt.ts'
import type { PlayerItem } from '~/kernel/player-protocol.ts'

const begun = (version: string, completion: BegunVersion['completion']): BegunVersion => ({
  registrationId: `registration of ${version}` as RegistrationId,
  moduleVersionId: version,
  completion,
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
