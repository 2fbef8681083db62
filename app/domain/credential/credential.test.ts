import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '~/kernel/dates.ts'
import { dueCertificates, stateOf, type HeldCertificate, type PlayedModule } from './credential.ts'

const rule = {
  trackId: 'track',
  courseId: 'course',
  moduleIds: ['one', 'two', 'test'],
  refresherIds: ['again'],
  validityMonths: 24,
}

const played = (...done: [string, Day][]): PlayedModule[] =>
  done.map(([moduleId, on]) => ({ moduleId, on }))
const held = (earnedOn: Day, isRevoked = false): HeldCertificate => ({
  id: 'held',
  earnedOn,
  validUntil: addMonths(earnedOn, 24),
  isRevoked,
})
const all = played(['one', '2026-01-10'], ['two', '2026-02-10'], ['test', '2026-03-10'])

describe("a track's certificate", () => {
  test('is earned on the day on which the last of its modules is done, and counts for two years', () => {
    expect(dueCertificates(rule, all, [])).toEqual([
      { earnedOn: '2026-03-10', validUntil: '2028-03-10', renews: null },
    ])
  })

  test('is not earned while a module is missing, nor by modules of other tracks', () => {
    const other = played(['one', '2026-01-10'], ['two', '2026-02-10'], ['other', '2026-03-10'])
    expect(dueCertificates(rule, other, [])).toEqual([])
    expect(dueCertificates({ ...rule, moduleIds: [] }, all, [])).toEqual([])
  })

  test('is not earned by a module that would no longer count when the last is done', () => {
    const rest = played(['two', '2027-12-01'])
    // From 10 January 2026 a module counts through 10 January 2028.
    const first = played(['one', '2026-01-10'])
    const inTime = [...first, ...rest, ...played(['test', '2028-01-10'])]
    const late = [...first, ...rest, ...played(['test', '2028-01-11'])]
    expect(dueCertificates(rule, inTime, [])).toHaveLength(1)
    expect(dueCertificates(rule, late, [])).toEqual([])
    const redone = [...late, ...played(['one', '2028-02-01'])]
    expect(dueCertificates(rule, redone, [])).toMatchObject([{ earnedOn: '2028-02-01' }])
  })

  test('is given once, also when what it rests on is done again in part', () => {
    const more = [...all, ...played(['one', '2026-05-01'])]
    expect(dueCertificates(rule, more, [held('2026-03-10')])).toEqual([])
    expect(dueCertificates(rule, more, [])).toMatchObject([{ earnedOn: '2026-03-10' }])
  })

  test('is given anew, and renews nothing, when all of it is done again', () => {
    const again = played(['one', '2028-01-01'], ['two', '2028-01-02'], ['test', '2028-01-03'])
    expect(dueCertificates(rule, [...all, ...again], [held('2026-03-10')])).toEqual([
      { earnedOn: '2028-01-03', validUntil: '2030-01-03', renews: null },
    ])
  })
})

describe('the refresher', () => {
  const due = (day: Day, ...certificates: HeldCertificate[]) =>
    dueCertificates(rule, [...all, ...played(['again', day])], certificates)

  test('renews a certificate that counts', () => {
    expect(due('2028-02-01', held('2026-03-10'))).toEqual([
      { earnedOn: '2028-02-01', validUntil: '2030-02-01', renews: '2026-03-10' },
    ])
  })

  test('renews one that has ended for six months more, and no longer', () => {
    // It counts through 10 March 2028.
    expect(due('2028-09-10', held('2026-03-10'))).toHaveLength(1)
    expect(due('2028-09-11', held('2026-03-10'))).toEqual([])
  })

  test('gives nothing to who has no certificate, and renews none that is revoked', () => {
    expect(dueCertificates(rule, played(['again', '2026-04-01']), [])).toEqual([])
    expect(due('2027-01-01', held('2026-03-10', true))).toEqual([])
  })

  test('renews what was earned before it when both are told at once', () => {
    expect(due('2027-01-01')).toMatchObject([
      { earnedOn: '2026-03-10', renews: null },
      { earnedOn: '2027-01-01', renews: '2026-03-10' },
    ])
  })
})

test('a revoked certificate is not given again for what it rested on', () => {
  expect(dueCertificates(rule, all, [held('2026-03-10', true)])).toEqual([])
})

test('whatever is played: each certificate rests on every module, and telling it later gives no more', () => {
  const module = fc.constantFrom(...rule.moduleIds, ...rule.refresherIds, 'other')
  const day = fc.nat({ max: 2_000 }).map((days) => addDays('2026-01-01', days))
  const anything = fc.array(fc.record({ moduleId: module, on: day }), { maxLength: 30 })
  fc.assert(
    fc.property(anything, (modules) => {
      const due = dueCertificates(rule, modules, [])
      for (const { earnedOn, validUntil, renews } of due) {
        expect(validUntil).toBe(addMonths(earnedOn, 24))
        const until = modules.filter(({ on }) => on <= earnedOn)
        expect(rule.moduleIds.every((id) => until.some(({ moduleId }) => moduleId === id))).toBe(
          true,
        )
        expect(renews === null || renews < earnedOn).toBe(true)
      }
      const known = due.map(({ earnedOn }) => held(earnedOn))
      expect(dueCertificates(rule, modules, known)).toEqual([])
      for (const count of due.keys()) {
        const rest = dueCertificates(rule, modules, known.slice(0, count))
        expect(rest).toEqual(due.slice(count))
      }
    }),
  )
})

describe('a certificate', () => {
  const certificate = { validUntil: '2028-03-10', revokedAt: null }

  test('counts through its last day and no longer', () => {
    expect(stateOf(certificate, '2028-01-09')).toBe('valid')
    // 60 days before 10 March 2028, with a 29 February between.
    expect(stateOf(certificate, '2028-01-10')).toBe('expiring')
    expect(stateOf(certificate, '2028-03-10')).toBe('expiring')
    expect(stateOf(certificate, '2028-03-11')).toBe('expired')
  })

  test('that is revoked stays so, also when it would have ended', () => {
    const revoked = { ...certificate, revokedAt: new Date('2027-01-01T10:00:00Z') }
    expect(stateOf(revoked, '2027-06-01')).toBe('revoked')
    expect(stateOf(revoked, '2029-06-01')).toBe('revoked')
  })
})
