import { beforeEach, describe, expect, test } from 'vitest'
import { nameOf, Outbox } from './outbox.ts'
import { keysFrom } from './outbox-keys.ts'
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

  test('is let go by its name, where the disk of a killed browser never had its number', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    const [sent] = outbox.entries
    outbox.finish('a', 's1')
    outbox.record('a', 's2', 'x', '2')
    const again = reopened()
    again.takeStock([], [sent!.id])
    expect(again.entries.map(({ session }) => session)).toEqual(['s2'])
    expect(reopened().entries).toHaveLength(1)
  })

  test('stays in the store when another window has added to it meanwhile', () => {
    const mine = reopened()
    mine.record('a', 's1', 'x', '1')
    const later = reopened()
    later.takeStock([])
    later.seal('w2', 0, 'live')
    mine.record('a', 's1', 'x', '2')
    later.heldUpTo('w2', 1)
    const [rest] = reopened().entries
    expect(rest!.elements).toEqual({ x: '2' })
    // The server knows the name under which the first part came.
    const next = reopened()
    next.takeStock([], [mine.entries[0]!.id])
    expect(next.entries.map(({ elements }) => elements.x)).toEqual(['2'])
    expect(nameOf(rest!)).not.toBe(mine.entries[0]!.id)
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
    expect(sent).toMatchObject([
      {
        mark: { writer: 'w2', sequence: 4 },
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
    store.setItem('samsyn.outbox.attempt-1.000001.x.h', '{"half')
    reopened().record('a', 's1', 'x', '1')
    expect(reopened().entries).toHaveLength(1)
    expect(store.getItem('samsyn.outbox.attempt-1.000001.x.h')).toBe('{"half')
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

describe('long values', () => {
  const long = (size: number, end = '') => 'x'.repeat(size) + end
  const sizes = () => store.writes.map(({ value }) => value.length)

  test('are not written again for a small change of another', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'cmi.suspend_data', long(900_000))
    store.writes = []
    outbox.record('a', 's1', 'cmi.location', '3')
    expect(sizes()).toEqual([1])
  })

  test('are written once when they are set to the same again', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'cmi.suspend_data', long(900_000))
    outbox.seal('w1', 0, 'live')
    store.writes = []
    outbox.record('a', 's1', 'cmi.suspend_data', long(900_000))
    expect(sizes()).toEqual([])
    expect(outbox.entries).toHaveLength(1)
    outbox.record('a', 's1', 'cmi.suspend_data', 'short')
    outbox.record('a', 's1', 'cmi.suspend_data', long(900_000))
    expect(reopened().entries.at(-1)!.elements['cmi.suspend_data']).toHaveLength(900_000)
  })

  test('that change a little are written as the difference, and are there whole for the next launch', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'cmi.suspend_data', long(5000))
    store.writes = []
    for (const end of ['a', 'ab', '', 'abc']) {
      outbox.record('a', 's1', 'cmi.suspend_data', long(5000, end))
      const [entry] = reopened().entries
      expect(entry!.elements['cmi.suspend_data']).toBe(long(5000, end))
    }
    expect(Math.max(...sizes())).toBeLessThan(200)
  })

  test('that change altogether are there whole, at whatever write the browser died', () => {
    const values = [long(3000), long(3000, '1'), 'y'.repeat(4000), 'y'.repeat(4001), 'z'.repeat(10)]
    for (let died = 3; ; died++) {
      store = new MemoryStore()
      store.diesAt = died
      const outbox = reopened()
      const set: string[] = []
      for (const value of values) {
        if (store.isDead) break
        outbox.record('a', 's1', 'cmi.suspend_data', value)
        set.push(value)
      }
      const isDone = !store.isDead
      store.revive()
      const kept = reopened().entries[0]!.elements['cmi.suspend_data']
      // The one that was being written, or the one before it.
      expect(set.slice(-2), `dead at ${died}`).toContain(kept)
      if (isDone) return
    }
  })
})

describe('a store that is emptied while the page lives', () => {
  test('has everything again when it is secured, and so at each sealing', () => {
    const outbox = reopened()
    outbox.claim('w1')
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 0, 'live')
    outbox.record('a', 's1', 'cmi.suspend_data', 'y'.repeat(3000))
    outbox.finish('a', 's1')
    const before = reopened().entries
    store.clear()
    expect(outbox.secure()).toBe(true)
    expect(reopened().entries).toEqual(before)
    store.clear()
    outbox.seal('w1', 0, 'live')
    expect(reopened().entries.map(({ mark }) => mark?.sequence)).toEqual([1, 2])
    expect(outbox.isOvertaken).toBe(false)
  })

  test('of one value alone, too', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.record('a', 's1', 'y', '2')
    store.removeItem(keysFrom(store).find((key) => key.endsWith('.y'))!)
    expect(outbox.secure()).toBe(true)
    expect(reopened().entries[0]!.elements).toEqual({ x: '1', y: '2' })
  })

  test('and then full is told, and what fits again is stored', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    store.clear()
    store.isFull = true
    expect(outbox.secure()).toBe(false)
    store.isFull = false
    expect(outbox.secure()).toBe(true)
    expect(reopened().entries).toHaveLength(1)
  })

  test('has nothing left when the server turns out to hold what was emptied', () => {
    const outbox = reopened()
    outbox.record('item', 's1', 'a', '1')
    outbox.seal('w1', 0, 'live')
    store.clear()
    outbox.heldUpTo('w1', 1)
    expect(keysFrom(store, 'samsyn.outbox.')).toEqual([])
  })

  test('has nothing of what was let go', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 0, 'live')
    outbox.heldUpTo('w1', 1)
    store.clear()
    outbox.secure()
    expect(keysFrom(store)).toEqual([])
  })
})

describe('two windows', () => {
  const both = () => {
    const earlier = reopened()
    earlier.claim('w1')
    earlier.record('a', 's1', 'x', '1')
    const later = reopened()
    later.claim('w2')
    return { earlier, later }
  }

  test('the earlier knows that it has been overtaken, and stores nothing again that the later let go', () => {
    const { earlier, later } = both()
    expect([earlier.isOvertaken, later.isOvertaken]).toEqual([true, false])
    later.takeStock([])
    later.seal('w2', 0, 'live')
    later.heldUpTo('w2', 1)
    earlier.secure()
    expect(reopened().entries).toEqual([])
  })

  test('what the earlier is given after it was overtaken is an entry of its own, for another launch', () => {
    const { earlier, later } = both()
    earlier.record('a', 's1', 'x', '2')
    earlier.record('a', 's1', 'y', '3')
    later.takeStock([])
    later.seal('w2', 0, 'live')
    later.heldUpTo('w2', 1)
    expect(reopened().entries.map(({ elements }) => elements)).toEqual([{ x: '2', y: '3' }])
  })

  test('what one has sent the other asks about, also when it has read the entries before', () => {
    const earlier = reopened()
    earlier.record('a', 's1', 'x', '1')
    const flush = reopened()
    const launch = reopened()
    flush.takeStock([])
    flush.seal('flush', 4, 'live')
    expect(launch.marks).toEqual([{ writer: 'flush', sequence: 5 }])
    launch.takeStock([{ writer: 'flush', sequence: 5 }])
    expect(launch.entries).toEqual([])
    expect(keysFrom(store)).toEqual([])
  })

  test('all that an entry was sent under is asked about at the next launch', () => {
    const outbox = reopened()
    outbox.record('a', 's1', 'x', '1')
    outbox.seal('w1', 4, 'live')
    outbox.takeStock([])
    outbox.seal('w1', 6, 'live')
    expect(reopened().marks).toEqual([
      { writer: 'w1', sequence: 5 },
      { writer: 'w1', sequence: 7 },
    ])
  })
})

test('an entry is numbered in a store that has no room for anything more', () => {
  const outbox = reopened()
  outbox.record('a', 's1', 'x', '1')
  store.room = 0
  outbox.record('a', 's1', 'y', '2')
  expect(outbox.isStored).toBe(false)
  outbox.seal('a launch with an id of thirty-six chars', 4, 'live')
  expect(reopened().marks).toHaveLength(1)
})
