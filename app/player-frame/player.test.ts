import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type {
  AttemptState,
  CommitRequest,
  FromFrame,
  StateRequest,
} from '~/kernel/player-protocol.ts'
import { state } from '../../tests/fixtures/launch-state.ts'
import { MemoryStore } from '../../tests/fixtures/memory-store.ts'
import { Outbox } from './outbox.ts'
import { Player } from './player.ts'
import type { Stage } from './stage.ts'

const progress = { completion: 'incomplete', success: 'unknown', items: {} } as const
let asked: StateRequest[]
let sent: CommitRequest[]
let answers: Partial<AttemptState>[]
let told: FromFrame[]
let shown: string[]
let store: MemoryStore
/** What content does when it is unloaded. */
let lastWords: () => void

// why: the browser's frames; the end-to-end tests play in a real Chromium
const stage = {
  show: (url: string) => shown.push(url),
  clear: () => shown.push('nothing'),
  unload: async () => lastWords(),
  focus: () => undefined,
} as unknown as Stage

const newPlayer = () =>
  new Player({
    token: 'token',
    contentTitle: 'Content',
    store,
    stage,
    report: (message) => told.push(message),
  })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
  asked = []
  sent = []
  answers = []
  told = []
  shown = []
  store = new MemoryStore()
  lastWords = () => undefined
  // why: the content host's server, which has tests of its own
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (path.endsWith('/state')) {
      const request = JSON.parse(body) as StateRequest
      asked.push(request)
      return Response.json({ ...state, item: request.item ?? 'a', ...answers.shift() })
    }
    const request = JSON.parse(body) as CommitRequest
    sent.push(request)
    return Response.json({
      outcome: 'held',
      sequence: request.commits.at(-1)!.sequence,
      progress,
    })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => vi.advanceTimersByTimeAsync(3000)
const words = () => told.map(({ samsyn }) => samsyn)
const api = () => window.API!

async function started(): Promise<Player> {
  const player = newPlayer()
  await player.start(null)
  return player
}

describe('a launch', () => {
  test('asks for the state once and plays where the learner was', async () => {
    await started()
    expect(asked).toEqual([{ item: null, unsent: [] }])
    expect(shown.at(-1)).toBe('/content/a.html')
    expect(words()).toEqual(['item'])
    expect(api().LMSInitialize('')).toBe('true')
  })

  test('first sends what an earlier launch has left, and then begins with all of it', async () => {
    const left = new Outbox(store, 'attempt-1')
    left.record('a', 's1', 'cmi.core.lesson_location', '7')
    left.seal('w1', 4, 'exit')
    const start = newPlayer().start(null)
    await settle()
    await start
    expect(asked.map(({ unsent }) => unsent)).toEqual([[], [{ writer: 'w1', sequence: 5 }], []])
    // Only the first question takes the attempt over.
    expect(asked.map(({ again }) => again)).toEqual([undefined, true, true])
    expect(sent[0]!.commits).toMatchObject([{ sequence: 5, source: 'replayed' }])
    expect(shown).toEqual(['/content/a.html'])
    expect(new Outbox(store, 'attempt-1').entries).toEqual([])
  })

  test('shows the part that was shown last, though content has said nothing in it', async () => {
    const first = await started()
    await first.open('b')
    answers = [{ item: 'a' }]
    await started()
    expect(shown.at(-1)).toBe('/content/b.html')
    expect(asked.at(-1)).toEqual({ item: 'b', unsent: [], again: true })
  })

  test('shows where something was saved since, on this computer or another', async () => {
    const first = await started()
    await first.open('b')
    answers = [{ item: 'page', lastSequence: 5 }]
    await started()
    expect(shown.at(-1)).toBe('/content/page.html')
  })

  test('sends nothing that the server says it has', async () => {
    const left = new Outbox(store, 'attempt-1')
    left.record('a', 's1', 'cmi.core.lesson_location', '7')
    left.seal('w1', 3, 'exit')
    answers = [{}, { held: [{ writer: 'w1', sequence: 4 }] }]
    await started()
    await settle()
    expect(sent).toEqual([])
  })

  test('leaves what belongs to another attempt where it is', async () => {
    new Outbox(store, 'attempt-9').record('a', 's1', 'cmi.core.lesson_location', '7')
    await started()
    await settle()
    expect(sent).toEqual([])
    expect(new Outbox(store, 'attempt-9').entries).toHaveLength(1)
  })

  test('of a page that only shows itself says that it has been shown', async () => {
    answers = [{ item: 'page' }]
    await started()
    await settle()
    expect(window.API).toBeUndefined()
    expect(sent[0]!.commits).toMatchObject([{ item: 'page', elements: {} }])
  })

  test('goes on asking while the server does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    void newPlayer().start(null)
    await settle()
    expect(told).toContainEqual({ samsyn: 'waiting', changes: 0, failing: true })
    expect(shown).toEqual([])
  })
})

test('a launch with work that the server does not understand plays, with that work in it', async () => {
  const left = new Outbox(store, 'attempt-1')
  left.record('a', 's1', 'cmi.core.lesson_location', '7')
  const post = fetch
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) =>
    path.endsWith('/commit')
      ? Response.json({ outcome: 'malformed' }, { status: 400 })
      : post(path, init),
  )
  const start = newPlayer().start(null)
  await settle()
  await start
  expect(words()).toEqual(['stuck', 'item'])
  api().LMSInitialize('')
  expect(api().LMSGetValue('cmi.core.lesson_location')).toBe('7')
  expect(new Outbox(store, 'attempt-1').workOf('a')).toMatchObject({
    'cmi.core.lesson_location': '7',
  })
})

test('a launch that another overtakes while it sends what was left says so and plays nothing', async () => {
  new Outbox(store, 'attempt-1').record('a', 's1', 'cmi.core.lesson_location', '7')
  answers = [{}, { outcome: 'stale-writer' } as never]
  await started()
  expect(words()).toEqual(['taken-over'])
  expect(shown).toEqual(['nothing'])
  expect(new Outbox(store, 'attempt-1').entries).toHaveLength(1)
})

test('long values go as their difference from what the launch began with', async () => {
  const before = 'x'.repeat(5000)
  const held = { elements: { 'cmi.suspend_data': before }, totalSeconds: 0, isEnded: false }
  answers = [{ seed: { ...state.seed, state: held } }]
  await started()
  api().LMSInitialize('')
  api().LMSSetValue('cmi.suspend_data', `${before}!`)
  await settle()
  const [commit] = sent.flatMap(({ commits }) => commits)
  expect(commit).toMatchObject({
    elements: {},
    patches: { 'cmi.suspend_data': { start: 5000, end: 0, text: '!' } },
  })
})

describe('content', () => {
  test('that ends of its own accord has finished', async () => {
    await started()
    api().LMSInitialize('')
    api().LMSSetValue('cmi.core.lesson_status', 'passed')
    expect(api().LMSFinish('')).toBe('true')
    expect(told).toContainEqual({ samsyn: 'finished', item: 'a' })
    await settle()
    expect(sent[0]!.commits).toMatchObject([
      { sequence: 5, final: true, elements: { 'cmi.core.lesson_status': 'passed' } },
    ])
  })

  test('that ends because another item was chosen has its last words saved, and has not finished', async () => {
    const player = await started()
    const { LMSInitialize, LMSSetValue, LMSFinish } = api()
    LMSInitialize('')
    lastWords = () => {
      LMSSetValue('cmi.core.session_time', '00:01:00')
      LMSFinish('')
    }
    const opening = player.open('b')
    await settle()
    await opening
    const commits = sent.flatMap(({ commits }) => commits)
    expect(commits.at(-1)).toMatchObject({ item: 'a', final: true })
    expect(asked.at(-1)).toEqual({ item: 'b', unsent: [], again: true })
    expect(shown.at(-1)).toBe('/content/b.html')
    expect(words()).not.toContain('finished')
  })

  test('that speaks as the page goes is sent at once', async () => {
    const player = await started()
    api().LMSInitialize('')
    await settle()
    player.gone()
    api().LMSSetValue('cmi.core.exit', 'suspend')
    api().LMSFinish('')
    // No timer runs any more.
    await Promise.resolve()
    expect(sent.at(-1)!.commits.at(-1)).toMatchObject({ final: true, source: 'exit' })
  })
})

describe('content of SCORM 2004', () => {
  const of2004 = { seed: { ...state.seed, runtime: '2004' as const } }
  const api2004 = () => window.API_1484_11!
  async function begun(item = 'a') {
    answers = [{ ...of2004, item }]
    const player = await started()
    api2004().Initialize('')
    return player
  }
  const endedBy = async (request: string) => {
    api2004().SetValue('adl.nav.request', request)
    answers = [{}, of2004]
    expect(api2004().Terminate('')).toBe('true')
    await settle()
  }

  test('finds its own API, and only that, before it is shown', async () => {
    const found: unknown[] = []
    vi.spyOn(shown, 'push').mockImplementation(() => found.push(window.API, window.API_1484_11))
    await begun()
    expect(found).toEqual([undefined, expect.objectContaining({ version: '1.0' })])
  })

  test('is saved under the names of its own standard', async () => {
    await begun()
    api2004().SetValue('cmi.completion_status', 'completed')
    await settle()
    expect(sent[0]!.commits).toMatchObject([
      { item: 'a', elements: { 'cmi.completion_status': 'completed' } },
    ])
  })

  test('that ends with "continue" is followed by the next item, once it is saved', async () => {
    await begun()
    await endedBy('continue')
    expect(asked.at(-1)).toEqual({ item: 'b', unsent: [], again: true })
    expect(shown.at(-1)).toBe('/content/b.html')
    expect(sent.flatMap(({ commits }) => commits).at(-1)).toMatchObject({ item: 'a', final: true })
    expect(words()).not.toContain('finished')
  })

  test('that ends with a choice is followed by what it chose', async () => {
    await begun()
    await endedBy('{target=page}choice')
    expect(shown.at(-1)).toBe('/content/page.html')
    expect(window.API_1484_11).toBeUndefined()
  })

  test.each(['exitAll', 'suspendAll', 'abandon'])(
    'that ends with %s has finished',
    async (leave) => {
      await begun()
      await endedBy(leave)
      expect(told).toContainEqual({ samsyn: 'finished', item: 'a' })
      expect(shown).toEqual(['/content/a.html'])
    },
  )

  test('that ends without asking for anything stays on the screen', async () => {
    await begun()
    await endedBy('_none_')
    expect(words()).not.toContain('finished')
    expect(shown).toEqual(['/content/a.html'])
  })

  test('that the learner leaves goes where the learner wants, whatever it asks for', async () => {
    const player = await begun()
    const { SetValue, Terminate } = api2004()
    lastWords = () => {
      SetValue('adl.nav.request', '{target=page}choice')
      Terminate('')
    }
    answers = [of2004]
    const opening = player.open('b')
    await settle()
    await opening
    await settle()
    expect(shown).toEqual(['/content/a.html', '/content/b.html'])
  })
})

describe('another window of the same browser', () => {
  test('that opens the attempt takes it over: this one stops and keeps what it has', async () => {
    const player = await started()
    api().LMSInitialize('')
    api().LMSSetValue('cmi.core.lesson_location', '3')
    const key = 'samsyn.writer.attempt-1'
    player.stored({ key, newValue: 'w3' })
    await settle()
    expect(words()).toContain('taken-over')
    expect(shown.at(-1)).toBe('nothing')
    expect(window.API).toBeUndefined()
    expect(sent).toEqual([])
    expect(new Outbox(store, 'attempt-1').changes).toBe(1)
  })

  test('that writes something else does not concern it', async () => {
    const player = await started()
    player.stored({ key: 'samsyn.writer.attempt-9', newValue: 'w3' })
    player.stored({ key: null, newValue: null })
    expect(words()).not.toContain('taken-over')
  })
})

test('leaving the player saves first and then says so', async () => {
  const player = await started()
  api().LMSInitialize('')
  api().LMSSetValue('cmi.core.lesson_location', '3')
  const ending = player.end()
  await settle()
  await ending
  expect(words().slice(-2)).toEqual(['saved', 'ended'])
  expect(told.at(-1)).toEqual({ samsyn: 'ended', isSaved: true })
})

test('a page is only warned about when it would take unsaved work along', async () => {
  const player = await started()
  api().LMSInitialize('')
  api().LMSSetValue('cmi.core.lesson_location', '3')
  expect(player.wouldLose).toBe(false)
  store.isFull = true
  api().LMSSetValue('cmi.core.lesson_location', '4')
  expect(player.wouldLose).toBe(true)
  expect(told).toContainEqual({ samsyn: 'no-storage' })
  await settle()
  expect(player.wouldLose).toBe(false)
})

test('content that empties the store as it plays loses nothing, and a commit stores it again', async () => {
  await started()
  api().LMSInitialize('')
  api().LMSSetValue('cmi.core.lesson_location', '3')
  store.clear()
  expect(api().LMSCommit('')).toBe('true')
  expect(new Outbox(store, 'attempt-1').entries[0]!.elements).toEqual({
    'cmi.core.lesson_location': '3',
  })
  await settle()
  expect(words()).not.toContain('taken-over')
  expect(sent[0]!.commits[0]!.elements).toEqual({ 'cmi.core.lesson_location': '3' })
})

test('leaving the player tells of work that this browser keeps of an earlier attempt', async () => {
  new Outbox(store, 'attempt-0').record('a', 's1', 'cmi.core.lesson_location', '7')
  const player = await started()
  const ending = player.end()
  await settle()
  await ending
  expect(told.at(-1)).toEqual({ samsyn: 'ended', isSaved: false })
})
