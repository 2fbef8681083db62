import { beforeEach, expect, test, vi } from 'vitest'
import type { LaunchSeed } from '~/kernel/player-protocol.ts'
import { clearApi, loadApi } from './content-api.ts'

const seed: LaunchSeed = {
  runtime: '2004',
  item: {
    masteryScore: null,
    scaledPassingScore: null,
    completionThreshold: null,
    maxTimeAllowed: null,
    timeLimitAction: null,
    dataFromLms: null,
    objectives: [],
  },
  state: null,
  learner: { id: 'x', name: 'Learner' },
}
const ports = { began: vi.fn(), changed: vi.fn(), commit: vi.fn(), finished: vi.fn() }
const place = { items: [], current: 'a' }
const load = (runtime: LaunchSeed['runtime']) => loadApi({ ...seed, runtime }, ports, place)

beforeEach(() => {
  vi.resetModules()
  vi.doUnmock('./scorm2004-api.ts')
  vi.stubGlobal('window', {})
})

test('an item has the API of its own runtime and no other', async () => {
  const [set12, set2004] = [await load('1.2'), await load('2004')]
  set12?.()
  expect(window.API?.LMSInitialize('')).toBe('true')
  set2004?.()
  expect(window.API).toBeUndefined()
  expect(window.API_1484_11?.Initialize('')).toBe('true')
  clearApi()
  expect(window.API_1484_11).toBeUndefined()
})

test('a runtime that cannot be fetched can be asked for again', async () => {
  vi.doMock('./scorm2004-api.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  expect(await load('2004')).toBeNull()
  expect(await load('1.2')).not.toBeNull()
  vi.resetModules()
  vi.doUnmock('./scorm2004-api.ts')
  expect(await load('2004')).not.toBeNull()
})
