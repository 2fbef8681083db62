import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CommitRequest, StateRequest } from '~/kernel/player-protocol.ts'
import { MemoryStore } from '../../tests/fixtures/memory-store.ts'
import { flushOutbox } from './flush-outbox.ts'
import { Outbox } from './outbox.ts'
import { keysFrom } from './outbox-keys.ts'

let store: MemoryStore
let asked: StateRequest[]
let sent: CommitRequest[]
let answer: (path: string) => object
let isPlayed: boolean

beforeEach(() => {
  vi.useFakeTimers()
  store = new MemoryStore()
  asked = []
  sent = []
  isPlayed = false
  const state = { outcome: 'state', attemptId: 'attempt-1', writer: 'f1', lastSequence: 6 }
  answer = () => ({ ...state, held: [], item: 'a', items: [], seed: {} })
  // why: the browser's locks and network; both are tried in Chromium by the end-to-end tests
  const request = (_name: string, _options: object, work: (lock: object | null) => unknown) =>
    work(isPlayed ? null : {})
  vi.stubGlobal('navigator', { locks: { request } })
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (path.endsWith('/state')) {
      asked.push(JSON.parse(body) as StateRequest)
      return Response.json(answer(path))
    }
    const commits = JSON.parse(body) as CommitRequest
    sent.push(commits)
    const { sequence } = commits.commits.at(-1)!
    return Response.json({ outcome: 'held', sequence, progress: {} })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function flushed(): Promise<void> {
  const flush = flushOutbox(store, 'attempt-1', 'token')
  await vi.advanceTimersByTimeAsync(60_000)
  await flush
}

function leave(attempt: string): void {
  const left = new Outbox(store, attempt)
  left.record('a', 's1', 'x', '1')
  left.seal('w1', 4, 'exit')
  left.record('a', 's1', 'x', '2')
}

test('what was left is asked about, sent after what the server has, and let go', async () => {
  leave('attempt-1')
  await flushed()
  expect(asked).toEqual([
    {
      item: null,
      unsent: [{ writer: 'w1', sequence: 5 }],
      entries: [expect.stringMatching(/^000001\./), expect.stringMatching(/^000002\./)],
      again: true,
    },
  ])
  expect(sent.flatMap(({ commits }) => commits)).toMatchObject([
    { sequence: 7, elements: { x: '1' }, source: 'replayed' },
    { sequence: 8, elements: { x: '2' }, source: 'replayed' },
  ])
  expect(keysFrom(store)).toEqual([])
})

test('nobody is asked where nothing was left, and another attempt’s is left where it is', async () => {
  leave('attempt-12')
  await flushed()
  expect([asked, sent]).toEqual([[], []])
  expect(new Outbox(store, 'attempt-12').entries).toHaveLength(2)
})

test('nothing is sent while the attempt is played in another window', async () => {
  leave('attempt-1')
  isPlayed = true
  await flushed()
  expect(asked).toEqual([])
})

test('nothing is sent where there is no telling whether it is played', async () => {
  leave('attempt-1')
  vi.stubGlobal('navigator', {})
  await flushed()
  expect(asked).toEqual([])
})

test.each([{ outcome: 'token-refused' }, { outcome: 'malformed' }, { not: 'ours' }])(
  'everything stays when the answer is %j',
  async (said) => {
    leave('attempt-1')
    answer = () => said
    await flushed()
    expect(sent).toEqual([])
    expect(new Outbox(store, 'attempt-1').entries).toHaveLength(2)
  },
)
