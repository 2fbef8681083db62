import { expect, test } from 'vitest'
import { ssykCodeIn } from './sub-group.ts'

test('a sub-group has an occupation of its own national group, or none', () => {
  expect(ssykCodeIn('social-services', '2661')).toBe('2661')
  expect(ssykCodeIn('social-services', null)).toBeNull()
})

test('an occupation of another national group is refused by its code', () => {
  expect(() => ssykCodeIn('school', '2661')).toThrow(
    expect.objectContaining({ code: 'sub-group.ssyk-elsewhere', detail: { code: '2661' } }),
  )
})

test('a code that the list does not have is refused', () => {
  expect(() => ssykCodeIn('school', '9999')).toThrow(
    expect.objectContaining({ code: 'sub-group.ssyk-unknown' }),
  )
})
