import { beforeEach, describe, expect, test } from 'vitest'
import { messageOfEntry, Outbox } from './outbox.ts'
import { FullStore, MemoryStore } from '../../tests/fixtures/memory-store.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})
const reopened = (attempt = 'attempt-1') => new Outbox(store, attempt)

describe('a change', () => {
  test('is in the store before anything else happens, and there for the next launch', () => {
    reopened().record('item', 's1', 'cmi.core.lesson_location', '3')
    const [entry] = reopened().entries
    expect(entry).toMatchObject({
      item: 'item',
      session: 's1',
      elements: { 'cmi.core.lesson_location': '3' },
    })
  })

  test('joins the one before as long as nothing has been sent', () => {
    const outbox = reopened()
    outbox.record('item', 's1', 'a', '1')
    outbox.record('item', 's1', 'a', '2')
    outbox.record('item', 's1', 'b', '3')
    expect(outbox.entries).toHaveLength(1)
    expect(outbox.entries[0]!.elements).toEqual({ a: '2', b: '3' })
    expect(outbox.changes).toBe(2)
  })

  test('never joins an entry that has a number, since that one may be with the server already', () => {
    const outbox = reopened()
    outbox.record('item', 's1', 'a', '1')
    outbox.seal('w1', 0, 'live')
    outbox.record('item', 's1', 'a', '2')
    expect(outbox.entries.map(({ elements }) => elements.a)).toEqual(['1', '2'])
  })

  test('of another item or another session stands by itself', () => {
    const outbox = reopened()
    outbox.record('item', 's1', 'a', '1')
    outbox.record('item', 's2', 'a', '2')
    outbox.record('other', 's3', 'a', '3')
    expect(outbox.entries).toHaveLength(3)
  })

  test('after the end of a session stands by itself', () => {
    const outbox = reopened()
    outbox.finish('item', 's1')
    outbox.record('item', 's1', 'a', '1')
    expect(outbox.entries.map(({ final }) => final)).toEqual([true, false])
  })

  test('is never seen by another attempt', () => {
    reopened('attempt-1').record('item', 's1', 'a', '1')
    expect(reopened('attempt-2').entries).toEqual([])
    // Nor by one whose id begins the same way.
    expect(reopened('attempt').entries).toEqual([])
  })
})

describe('numbering', () => {
  test('goes on after what the server holds, without gaps', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.record('b', 's2', 'x', '2')
    const sent = outbox.seal('w1', 7, 'live')
    expect(sent.map(({ mark }) => mark)).toEqual([
      { writer: 'w1', sequence: 8 },
      { writer: 'w1', sequence: 9 },
    ])
    outbox.record('b', 's2', 'x', '3')
    expect(outbox.seal('w1', 7, 'live').at(-1)!.mark!.sequence).toBe(10)
  })

  test('is kept: what is sent again after a crash has the number that it had', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 4, 'live')
    expect(reopened().entries[0]!.mark).toEqual({ writer: 'w1', sequence: 5 })
  })
})

describe('what the server holds', () => {
  test('is let go, and what it does not hold stays', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 0, 'live')
    outbox.record('a', 's1', 'x', '2')
    outbox.heldUpTo('w1', 1)
    expect(outbox.entries.map(({ elements }) => elements.x)).toEqual(['2'])
    expect(reopened().entries).toHaveLength(1)
  })

  test('of another writer says nothing of ours', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 0, 'live')
    outbox.heldUpTo('w2', 5)
    expect(outbox.entries).toHaveLength(1)
  })

  test('stays in the store when another window has added to it meanwhile', () => {
    const mine = reopened()
    mine.record('a', 's1', 'x', '1')
    const later = reopened()
    later.takeStock([])
    later.seal('w2', 0, 'live')
    mine.record('a', 's1', 'x', '2')
    later.heldUpTo('w2', 1)
    expect(reopened().entries.map(({ elements }) => elements.x)).toEqual(['2'])
  })
})

describe('a new launch', () => {
  test('lets go of what had arrived, and sends the rest under numbers of its own', () => {
    const before = reopened()
    before.record('a', 's1', 'x', '1')
    before.seal('w1', 0, 'live')
    before.record('a', 's1', 'x', '2')
    before.seal('w1', 0, 'live')
    // Number 1 arrived; 2 did not, and another device has written 2 and 3 meanwhile.
    const after = reopened()
    after.takeStock([{ writer: 'w1', sequence: 1 }])
    const sent = after.seal('w2', 3, 'live')
    expect(sent.map(messageOfEntry)).toEqual([
      {
        sequence: 4,
        item: 'a',
        session: 's1',
        elements: { x: '2' },
        final: false,
        source: 'replayed',
      },
    ])
  })

  test('sends old changes before new ones, whatever the clock says', () => {
    const before = reopened()
    before.record('a', 's1', 'x', 'old')
    const after = reopened()
    after.takeStock([])
    after.record('a', 's2', 'x', 'new')
    expect(after.entries.map(({ elements }) => elements.x)).toEqual(['old', 'new'])
  })

  test('does not stumble over something unreadable, and leaves it where it is', () => {
    store.setItem('samsyn.outbox.attempt-1.000001.x', '{"half')
    reopened().record('a', 's1', 'x', '1')
    expect(reopened().entries).toHaveLength(1)
    expect(store.getItem('samsyn.outbox.attempt-1.000001.x')).toBe('{"half')
  })
})

describe('without a place to keep things', () => {
  test.each([
    ['forbidden', null],
    ['full', new FullStore()],
  ])('(%s) changes wait in memory, and it does not say that they are stored', (_, none) => {
    const outbox = new Outbox(none, 'attempt-1')
    outbox.record('a', 's1', 'x', '1')
    expect(outbox.isStored).toBe(false)
    expect(outbox.seal('w1', 0, 'live')).toHaveLength(1)
    outbox.heldUpTo('w1', 1)
    expect(outbox.isStored).toBe(true)
  })

  test('a store that fills up later is noticed at the change that no longer fits', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    expect(outbox.isStored).toBe(true)
    store.isFull = true
    outbox.record('a', 's1', 'x', '2')
    expect(outbox.isStored).toBe(false)
    // Once the server holds it, its older form is not left behind to be sent again.
    outbox.seal('w1', 0, 'live')
    outbox.heldUpTo('w1', 1)
    expect(outbox.isStored).toBe(true)
    expect(store.length).toBe(0)
  })
})
