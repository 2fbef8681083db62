import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommitAnswer, CommitRequest, FromFrame } from '~/kernel/player-protocol.ts'
import { FullStore, MemoryStore } from '../../tests/fixtures/memory-store.ts'
import { Outbox } from './outbox.ts'
import { Saver, type SaverPorts } from './saver.ts'
import { Wire } from './wire.ts'

const progress = { completion: 'incomplete', success: 'unknown', items: {} } as const
const held = (sequence: number): CommitAnswer => ({ outcome: 'held', sequence, progress })

/** A server that holds what it is sent, unless it is told to answer otherwise. */
class FakeServer {
  sent: { request: CommitRequest; keepalive: boolean; at: number }[] = []
  answers: (CommitAnswer | null)[] = []
  /** Milliseconds until it answers. */
  delay = 5

  send = async (request: CommitRequest, keepalive: boolean): Promise<CommitAnswer | null> => {
    this.sent.push({ request, keepalive, at: performance.now() })
    const answer = this.answers.shift()
    let reply: (answer: CommitAnswer | null) => void
    const replied = new Promise<CommitAnswer | null>((resolve) => {
      reply = resolve
    })
    setTimeout(() => {
      reply(answer === undefined ? held(request.commits.at(-1)!.sequence) : answer)
    }, this.delay)
    return replied
  }

  get sequences(): number[][] {
    return this.sent.map(({ request }) => request.commits.map(({ sequence }) => sequence))
  }
}

let server: FakeServer
let outbox: Outbox
let told: FromFrame[]
let saver: Saver

function begin(changes: Partial<SaverPorts> = {}): void {
  server = new FakeServer()
  outbox = changes.outbox ?? new Outbox(new MemoryStore(), 'attempt-1')
  told = []
  saver = new Saver(
    {
      outbox,
      wire: new Wire(),
      send: server.send,
      sendBlocking: () => null,
      takeStock: async () => null,
      report: (message) => told.push(message),
      ...changes,
    },
    'w1',
    0,
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  begin()
})
afterEach(() => {
  vi.useRealTimers()
})

let value = 0
function change(name = 'cmi.core.lesson_location'): void {
  outbox.record('item', 's1', name, String(value++))
  saver.changed()
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const words = () => told.map(({ samsyn }) => samsyn)

describe('saving', () => {
  test('waits until content has been quiet for a second, and sends all in one', async () => {
    change()
    await pass(600)
    change('cmi.suspend_data')
    await pass(900)
    expect(server.sent).toHaveLength(0)
    await pass(200)
    expect(server.sent).toHaveLength(1)
    expect(Object.keys(server.sent[0]!.request.commits[0]!.elements)).toHaveLength(2)
    expect(outbox.entries).toEqual([])
    expect(words()).toEqual(['progress', 'saved'])
  })

  test('does not wait longer than 15 s for content that is never quiet', async () => {
    for (let i = 0; i < 40; i++) {
      change()
      await pass(500)
    }
    expect(server.sent).toHaveLength(1)
    expect(server.sent[0]!.at).toBeLessThanOrEqual(performance.now() - 4900)
  })

  test('of a storm of 1,000 commits in five seconds sends at most two requests a second', async () => {
    const start = performance.now()
    for (let i = 0; i < 1000; i++) {
      change()
      saver.commitNow()
      await pass(5)
    }
    await pass(2000)
    expect(server.sent.length).toBeLessThanOrEqual(12)
    expect(server.sent[0]!.at - start).toBeLessThan(10)
    expect(outbox.entries).toEqual([])
  })

  test('sends one request at a time, the next with what came meanwhile', async () => {
    server.delay = 3000
    change()
    saver.flush()
    await pass(0)
    change()
    await pass(2000)
    expect(server.sent).toHaveLength(1)
    await pass(5000)
    expect(server.sequences).toEqual([[1], [2]])
  })

  test('sends a large outbox in several requests, in order', async () => {
    for (let session = 0; session < 120; session++) outbox.record('item', `s${session}`, 'x', '1')
    saver.flush()
    await pass(5000)
    expect(server.sequences.map((numbers) => numbers.length)).toEqual([50, 50, 20])
    expect(outbox.entries).toEqual([])
  })

  test('tells that something waits when a save takes longer than usual', async () => {
    server.delay = 10_000
    change()
    await pass(4000)
    expect(told).toContainEqual({ samsyn: 'waiting', changes: 1, failing: false })
  })

  test("goes on when somebody sets the computer's clock back a day", async () => {
    change()
    await pass(1100)
    vi.setSystemTime(Date.now() - 86_400_000)
    change()
    await pass(1600)
    expect(server.sequences).toEqual([[1], [2]])
  })
})

describe('a server that does not answer', () => {
  test('is asked again with the same numbers after growing pauses, and nothing is let go', async () => {
    server.answers = [null, null, null]
    change()
    await pass(1100)
    expect(outbox.entries).toHaveLength(1)
    expect(told.at(-1)).toEqual({ samsyn: 'waiting', changes: 1, failing: true })
    await pass(1100)
    await pass(2100)
    await pass(4100)
    expect(server.sequences).toEqual([[1], [1], [1], [1]])
    const starts = server.sent.map(({ at }) => Math.round(at / 1000))
    // 1 s of quiet, then pauses of 1, 2 and 4 s.
    expect(starts.slice(1).map((start, index) => start - starts[index]!)).toEqual([1, 2, 4])
    expect(outbox.entries).toEqual([])
    expect(words().at(-1)).toBe('saved')
  })

  test('is sent no more numbers while it fails, however long that lasts', async () => {
    server.answers = Array.from({ length: 30 }, () => null)
    for (let i = 0; i < 600; i++) {
      change()
      await pass(500)
    }
    expect(outbox.entries).toHaveLength(2)
    server.answers = []
    await pass(31_000)
    expect(server.sequences.slice(-2)).toEqual([[1], [2]])
    expect(outbox.entries).toEqual([])
  })

  test('is not asked more often because content goes on working', async () => {
    server.answers = Array.from({ length: 20 }, () => null)
    for (let i = 0; i < 60; i++) {
      change()
      saver.commitNow()
      await pass(500)
    }
    // In 30 s: at 0, then after 1, 2, 4, 8, 15.
    expect(server.sent.length).toBeLessThanOrEqual(6)
  })

  test('is asked at once when the network comes back', async () => {
    server.answers = [null, null, null, null]
    change()
    await pass(9000)
    const before = server.sent.length
    saver.hurry()
    await pass(10)
    expect(server.sent).toHaveLength(before + 1)
    expect(outbox.entries).toEqual([])
  })
})

describe('an answer by name', () => {
  test('gap: takes stock, numbers anew and sends again', async () => {
    const asked = vi.fn(async () => {
      outbox.takeStock([])
      return 6
    })
    begin({ takeStock: asked })
    server.answers = [{ outcome: 'gap', expected: 7 }]
    change()
    await pass(3000)
    expect(asked).toHaveBeenCalledOnce()
    expect(server.sequences).toEqual([[1], [7]])
    expect(outbox.entries).toEqual([])
  })

  test.each(['stale-writer', 'token-refused'] as const)(
    'gap, and then %s: stops, says so and keeps everything',
    async (outcome) => {
      begin({ takeStock: async () => outcome })
      server.answers = [{ outcome: 'gap', expected: 7 }]
      change()
      await pass(60_000)
      expect(server.sent).toHaveLength(1)
      expect(words()).toContain(outcome === 'stale-writer' ? 'taken-over' : 'refused')
      expect(outbox.entries).toHaveLength(1)
    },
  )

  test('base-unknown: sends that commit whole, under the same number', async () => {
    const [first, second] = ['a'.repeat(4000), `${'a'.repeat(4000)}b`]
    outbox.record('item', 's1', 'cmi.suspend_data', first)
    saver.flush()
    await pass(1000)
    outbox.record('item', 's1', 'cmi.core.exit', 'suspend')
    outbox.finish('item', 's1')
    outbox.record('item', 's2', 'cmi.suspend_data', second)
    server.answers = [{ outcome: 'base-unknown', sequence: 3 }]
    saver.flush()
    await pass(3000)
    expect(server.sequences).toEqual([[1], [2, 3], [3]])
    const [, differing, whole] = server.sent.map(({ request }) => request.commits.at(-1)!)
    expect(differing).toMatchObject({
      elements: {},
      patches: { 'cmi.suspend_data': { text: 'b' } },
    })
    expect(whole!.elements).toEqual({ 'cmi.suspend_data': second })
    expect(whole!.patches).toBeUndefined()
    expect(outbox.entries).toEqual([])
  })

  test('base-unknown for what went whole is a failure, and not asked about without a pause', async () => {
    server.answers = Array.from({ length: 50 }, () => ({
      outcome: 'base-unknown' as const,
      sequence: 1,
    }))
    change()
    await pass(10_000)
    expect(server.sent.length).toBeLessThan(8)
    expect(outbox.entries).toHaveLength(1)
  })

  test('stale-writer: stops, says so and keeps everything', async () => {
    server.answers = [{ outcome: 'stale-writer' }]
    change()
    await pass(1100)
    change()
    await pass(60_000)
    expect(server.sent).toHaveLength(1)
    expect(words()).toContain('taken-over')
    expect(outbox.entries).toHaveLength(2)
  })

  test('token-refused: stops, says so and keeps everything', async () => {
    server.answers = [{ outcome: 'token-refused' }]
    change()
    await pass(60_000)
    expect(server.sent).toHaveLength(1)
    expect(words()).toContain('refused')
    expect(outbox.entries).toHaveLength(1)
  })
})

describe('LMSCommit', () => {
  test('is true at once when the change is stored here', () => {
    change()
    expect(saver.commitNow()).toBe(true)
  })

  test('without a place to store is true only when the server holds it', async () => {
    const answers = [null, held(1)]
    begin({
      outbox: new Outbox(new FullStore(), 'attempt-1'),
      sendBlocking: () => answers.shift() ?? null,
    })
    change()
    expect(saver.commitNow()).toBe(false)
    await pass(2000)
    expect(saver.commitNow()).toBe(true)
    expect(outbox.entries).toEqual([])
  })

  test('does not hold content up at each commit while the server does not answer either', async () => {
    const asked = vi.fn(() => null)
    begin({ outbox: new Outbox(new FullStore(), 'attempt-1'), sendBlocking: asked })
    server.answers = Array.from({ length: 20 }, () => null)
    for (let i = 0; i < 200; i++) {
      change()
      expect(saver.commitNow()).toBe(false)
      await pass(20)
    }
    expect(asked.mock.calls.length).toBeLessThanOrEqual(3)
    // What waits is one commit that was sent and one that takes the rest.
    expect(outbox.entries.length).toBeLessThanOrEqual(2)
  })
})

describe('when the page may be going', () => {
  test('what waits is sent at once, in a request that outlives the page', () => {
    change()
    saver.leaving()
    expect(server.sent).toMatchObject([{ keepalive: true }])
    expect(server.sent[0]!.request.commits[0]!.source).toBe('exit')
  })

  test('the same is not sent twice for "hidden" and "gone"', () => {
    change()
    saver.leaving()
    saver.leaving()
    expect(server.sent).toHaveLength(1)
  })

  test('never more than 60 KiB is under way; the rest stays stored', () => {
    outbox.record('item', 's1', 'a', 'x'.repeat(40_000))
    outbox.record('item', 's2', 'a', 'z'.repeat(40_000))
    saver.leaving()
    expect(server.sequences).toEqual([[1]])
    outbox.record('item', 's3', 'a', 'y')
    saver.leaving()
    // The first is under way still and leaves no room for itself once more.
    expect(server.sent).toHaveLength(1)
    expect(outbox.isStored).toBe(true)
    expect(outbox.entries).toHaveLength(3)
  })

  test('and stays after all, saving goes on as usual', async () => {
    server.answers = [null]
    change()
    saver.leaving()
    await pass(2000)
    expect(outbox.entries).toEqual([])
    expect(words().at(-1)).toBe('saved')
  })
})

describe('waiting until all is saved', () => {
  test('ends as soon as the server holds everything', async () => {
    change()
    const drained = saver.drained(5000)
    await pass(100)
    await expect(drained).resolves.toBe(true)
  })

  test('gives up when the server does not answer in time', async () => {
    server.answers = Array.from({ length: 20 }, () => null)
    change()
    const drained = saver.drained(5000)
    await pass(5100)
    await expect(drained).resolves.toBe(false)
  })
})
