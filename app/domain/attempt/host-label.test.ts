import { expect, test } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { moduleOfHostLabel, openHostLabelOf } from './host-label.ts'

test('an open host’s label is its module’s id, and leads back to it', () => {
  const ids = [newId(), newId(), `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`]
  for (const id of [...ids, 'ffffffff-ffff-ffff-ffff-ffffffffffff']) {
    expect(openHostLabelOf(id)).toMatch(/^[a-z2-7]{26}$/)
    expect(moduleOfHostLabel(openHostLabelOf(id))).toBe(id)
  }
})

test('what is no such label leads nowhere', () => {
  // "z" as its first character would be a number of 130 bits.
  for (const label of ['', 'a'.repeat(25), `z${'a'.repeat(25)}`, `a${'1'.repeat(25)}`]) {
    expect(moduleOfHostLabel(label)).toBeUndefined()
  }
})
