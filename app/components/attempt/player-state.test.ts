import { expect, test } from 'vitest'
import type { FromFrame } from '~/kernel/player-protocol.ts'
import { afterMessage, playerBegins } from './player-state.ts'

const after = (...messages: FromFrame[]) => messages.reduce(afterMessage, playerBegins)
const at = '2026-11-21T13:02:00Z'

test('the save line tells of the latest: saved, waiting, reconnecting, saved again', () => {
  expect(after().save).toEqual({ kind: 'ready' })
  expect(after({ samsyn: 'saved', at }).save).toEqual({ kind: 'saved', at })
  const waiting = { samsyn: 'waiting', changes: 3 } as const
  expect(after({ ...waiting, failing: false }).save).toEqual({ kind: 'waiting', changes: 3 })
  expect(after({ ...waiting, failing: true }).save).toEqual({ kind: 'reconnecting', changes: 3 })
  expect(after({ ...waiting, failing: true }, { samsyn: 'saved', at }).save.kind).toBe('saved')
  expect(after({ samsyn: 'stuck', changes: 2 }).save).toEqual({ kind: 'stuck', changes: 2 })
})

test('content that has ended gives way, and comes back when an item is opened', () => {
  expect(after({ samsyn: 'finished', item: 'a' }).over).toBe('finished')
  expect(after({ samsyn: 'finished', item: 'a' }, { samsyn: 'item', item: 'b' })).toMatchObject({
    over: null,
    item: 'b',
  })
})

test('a player that has been overtaken says so, also when a save comes in late', () => {
  expect(after({ samsyn: 'taken-over' }, { samsyn: 'saved', at }).over).toBe('taken-over')
})

test('a browser that keeps nothing is told of for as long as the page is open', () => {
  expect(after({ samsyn: 'no-storage' }, { samsyn: 'saved', at }).isOnlineOnly).toBe(true)
})
