import { describe, expect, test } from 'vitest'
import { launchHours, signLaunch, verifyLaunch } from './launch-token.server.ts'

const secret = 'a secret of at least thirty-two characters'
const at = new Date('2026-11-21T08:00:00Z')
const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const launch = {
  attemptId: '01890000-0000-7000-8000-000000000001',
  hostLabel: 'abcdefghijklmnopqrstuvwx',
  writer: '01890000-0000-7000-8000-000000000002',
  purpose: 'play' as const,
}
const token = signLaunch(launch, secret, at)

describe('a launch token', () => {
  test('tells what was signed, for a whole working day', () => {
    expect(verifyLaunch(token, launch.hostLabel, secret, at)).toEqual(launch)
    expect(verifyLaunch(token, launch.hostLabel, secret, hoursLater(11.9))).toEqual(launch)
  })

  test('says nothing on another content host', () => {
    expect(verifyLaunch(token, 'zyxwvutsrqponmlkjihgfedc', secret, at)).toBeNull()
  })

  test('says nothing after its time', () => {
    expect(verifyLaunch(token, launch.hostLabel, secret, hoursLater(launchHours))).toBeNull()
  })

  test('says nothing when it was signed with another secret', () => {
    const other = signLaunch(launch, 'another secret, just as long as ours', at)
    expect(verifyLaunch(other, launch.hostLabel, secret, at)).toBeNull()
  })

  test('says nothing when any of its characters has been changed', () => {
    // The last one aside: two of its six bits say nothing in base64url.
    for (let i = 0; i < token.length - 1; i++) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1)
      expect(verifyLaunch(changed, launch.hostLabel, secret, at), `character ${i}`).toBeNull()
    }
  })

  test.each(['', '.', 'a.b', 'a.b.c', `${token}.x`, token.split('.')[0]!, `.${token}`])(
    'says nothing when it is no token at all: %j',
    (text) => {
      expect(verifyLaunch(text, launch.hostLabel, secret, at)).toBeNull()
    },
  )
})
