import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type {
  CommitAnswer,
  CommitMessage,
  CommitRequest,
  FromFrame,
} from '~/kernel/player-protocol.ts'
import { MemoryStore } from '../../tests/fixtures/memory-store.ts'
import { Outbox } from './outbox.ts'
import { Saver } from './saver.ts'
import { Wire } from './wire.ts'

// An entry that the server answers with "malformed": content has tampered with the store, or the server is of
// another release than this page.

const progress = { completion: 'incomplete', success: 'unknown', items: {} } as const

let store: MemoryStore
let outbox: Outbox
let saver: Saver
let told: FromFrame[]
/** What the server was sent, and what it holds. */
let requests: CommitRequest[]
let taken: CommitMessage[]
/** What it does not understand. */
let isFaulty: (commit: CommitMessage) => boolean

/** As the content host does: what does not have the right form spoils the whole request. */
async function send(request: CommitRequest): Promise<CommitAnswer> {
  requests.push(request)
  if (request.commits.some(isFaulty)) return { outcome: 'malformed' }
  for (const commit of request.commits) {
    if (commit.sequence !== taken.length + 1) return { outcome: 'gap', expected: taken.length + 1 }
    taken.push(commit)
  }
  return { outcome: 'held', sequence: taken.length, progress }
}

beforeEach(() => {
  vi.useFakeTimers()
  store = new MemoryStore()
  outbox = new Outbox(store, 'attempt-1')
  requests = []
  taken = []
  told = []
  isFaulty = ({ item }) => item === 'bad'
  saver = new Saver(
    {
      outbox,
      wire: new Wire(),
      send,
      sendBlocking: () => null,
      takeStock: async () => {
        outbox.takeStock([])
        return taken.length
      },
      report: (message) => told.push(message),
    },
    'w1',
    0,
  )
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
function change(item: string, value: string): void {
  outbox.record(item, `s-${item}`, 'cmi.core.lesson_location', value)
  saver.changed()
}
const values = (commits: readonly { elements: Record<string, string> }[]) =>
  commits.map(({ elements }) => elements['cmi.core.lesson_location'])

test('what comes before it and after it in other items is saved all the same, each once', async () => {
  for (const [item, value] of [
    ['a', '1'],
    ['bad', '2'],
    ['b', '3'],
    ['a', '4'],
  ] as const) {
    change(item, value)
  }
  await pass(10_000)
  expect(values(taken)).toEqual(['1', '3', '4'])
  expect(taken.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  expect(values(outbox.entries)).toEqual(['2'])
  expect(told.at(-1)).toEqual({ samsyn: 'stuck', changes: 1 })
})

test('what comes after it in the same item waits, so that nothing is overwritten by what is older', async () => {
  isFaulty = ({ elements }) => elements['cmi.core.lesson_location'] === '1'
  change('a', '1')
  await pass(2000)
  change('a', '2')
  await pass(30_000)
  expect(taken).toEqual([])
  expect(values(new Outbox(store, 'attempt-1').entries)).toEqual(['1', '2'])
  expect(told.at(-1)).toEqual({ samsyn: 'stuck', changes: 2 })
  // The server is of another release now, and understands it.
  isFaulty = () => false
  await pass(60_000)
  expect(values(taken)).toEqual(['1', '2'])
  expect(new Outbox(store, 'attempt-1').entries).toEqual([])
  expect(told.at(-1)).toMatchObject({ samsyn: 'saved' })
})

test('it is tried again ever more seldom, however much content commits', async () => {
  isFaulty = () => true
  for (let second = 0; second < 3600; second++) {
    if (second % 5 === 0) change('a', String(second))
    saver.commitNow()
    await pass(1000)
  }
  // After 1, 3, 8 and 18 minutes, and every ten from then on; each try is one commit.
  expect(requests.length).toBeLessThanOrEqual(10)
  expect(requests.length).toBeGreaterThanOrEqual(7)
  expect(outbox.workOf('a')).toEqual({ 'cmi.core.lesson_location': '3595' })
})

test('leaving does not wait for it, and is told whether all else is saved', async () => {
  change('bad', '1')
  await pass(2000)
  change('b', '2')
  const isDone = saver.drained(5000)
  await pass(1000)
  expect(await isDone).toBe(true)
  expect(values(taken)).toEqual(['2'])
})

test('a head or a number that has been tampered with keeps no other work from being sent', () => {
  change('a', '1')
  outbox.seal('w1', 0, 'live')
  const tampered = { order: 0, item: 7, session: 'two words' }
  store.setItem('samsyn.outbox.attempt-1.000000.abc.h', JSON.stringify(tampered))
  const [entry] = outbox.entries
  store.setItem(`samsyn.outbox.attempt-1.${entry!.id}.m.w1.x`, '1')
  const next = new Outbox(store, 'attempt-1')
  expect(values(next.entries)).toEqual(['1'])
  expect(next.marks).toEqual([{ writer: 'w1', sequence: 1 }])
  expect(store.getItem('samsyn.outbox.attempt-1.000000.abc.h')).not.toBeNull()
})
