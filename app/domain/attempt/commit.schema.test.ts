import { expect, test } from 'vitest'
import { commitRequestSchema, stateRequestSchema } from './commit.schema.ts'

const commit = {
  sequence: 1,
  item: 'item-1',
  session: 's1',
  elements: { 'cmi.suspend_data': '\0' },
  final: false,
  source: 'live',
}

test('content may save any text, but no item is asked for by a name that the database refuses', () => {
  const takes = (item: string) =>
    commitRequestSchema.safeParse({ commits: [{ ...commit, item }] }).success
  expect([takes('item-1'), takes('item\0'), takes('')]).toEqual([true, false, false])
  const opens = (item: string | null, writer = 'w1') =>
    stateRequestSchema.safeParse({ item, unsent: [{ writer, sequence: 1 }] }).success
  expect([opens('item-1'), opens(null), opens('item\0'), opens(null, 'w\0')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
