import { afterEach, describe, expect, test, vi } from 'vitest'
import { commitAnswerOf, ContentServer, stateAnswerOf } from './content-server.ts'

const progress = { completion: 'incomplete', success: 'unknown', items: {} }

describe('an answer', () => {
  test('counts when it is in our words', () => {
    const held = { outcome: 'held', sequence: 3, progress }
    expect(commitAnswerOf(held)).toEqual(held)
    expect(commitAnswerOf({ outcome: 'gap', expected: 4 })).toEqual({ outcome: 'gap', expected: 4 })
    expect(commitAnswerOf({ outcome: 'stale-writer' })).toEqual({ outcome: 'stale-writer' })
  })

  test.each([
    null,
    'ok',
    {},
    { result: true },
    { outcome: 'held' },
    { outcome: 'held', sequence: 'all', progress },
    { outcome: 'held', sequence: 3 },
    { outcome: 'gap' },
    { outcome: 'state' },
    { outcome: 'saved' },
  ])('does not count when it is somebody else’s: %j', (said) => {
    expect(commitAnswerOf(said)).toBeNull()
  })

  test('to a launch counts when all is there that the launch needs', () => {
    const state = {
      outcome: 'state',
      attemptId: 'a',
      writer: 'w',
      lastSequence: 0,
      held: [],
      item: 'i',
      items: [],
      seed: {},
    }
    expect(stateAnswerOf(state)).toEqual(state)
    for (const name of ['attemptId', 'writer', 'lastSequence', 'held', 'items', 'seed']) {
      expect(stateAnswerOf({ ...state, [name]: undefined }), name).toBeNull()
    }
    expect(stateAnswerOf({ outcome: 'token-refused' })).toEqual({ outcome: 'token-refused' })
  })
})

describe('what comes instead of an answer is no answer', () => {
  const server = new ContentServer('token')
  const request = { commits: [] }
  afterEach(() => vi.unstubAllGlobals())
  // why: the browser's own network; the whole of it is tried in Chromium by the end-to-end tests
  const answering = (response: () => Promise<Response>) => vi.stubGlobal('fetch', response)

  test.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page with status 200', async () => new Response('<html>Sign in to the network</html>')],
    ['half an answer', async () => new Response('{"outcome":"held","seq')],
    ['a failure', async () => new Response('Bad gateway', { status: 502 })],
  ])('%s', async (_, response) => {
    answering(response)
    expect(await server.send(request, false)).toBeNull()
  })

  test('and what is one carries the launch token and no cookie', async () => {
    const fetched = vi.fn(async () => Response.json({ outcome: 'held', sequence: 1, progress }))
    answering(fetched)
    expect(await server.send(request, true)).toMatchObject({ outcome: 'held' })
    expect(fetched.mock.lastCall).toMatchObject([
      '/_samsyn/commit',
      { credentials: 'omit', keepalive: true, headers: { Authorization: 'Bearer token' } },
    ])
  })
})
