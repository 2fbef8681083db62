import { describe, expect, test } from 'vitest'
import { sealOf } from './trail-seal.ts'
import type { TrailEntry } from './trail-entry.ts'

const entry: TrailEntry = {
  attemptId: '01890000-0000-7000-8000-000000000001',
  sequence: 2,
  entry: '000002.k3',
  item: 'item-1',
  receivedAt: new Date('2026-11-22T08:00:00.123Z'),
  source: 'live',
  writer: 'w1',
  session: 's1',
  final: false,
  elements: { 'cmi.core.lesson_location': '3', 'cmi.core.exit': 'suspend' },
  patches: { 'cmi.suspend_data': { base: '1.ab', start: 1, end: 2, text: 'x' } },
  refused: [{ element: 'cmi.x', code: 'unknown-element', clause: 'RTE 3.4' }],
  bytes: 300,
}

describe('a seal', () => {
  test('is the same for the same row, in whatever order the database gives its elements', () => {
    const turned = Object.fromEntries(Object.entries(entry.elements).reverse())
    expect(sealOf('before', { ...entry, elements: turned })).toBe(sealOf('before', entry))
    expect(sealOf('', entry)).toMatch(/^[\w-]{43}$/)
  })

  test.each<[string, Partial<TrailEntry>]>([
    ['attempt', { attemptId: '01890000-0000-7000-8000-000000000002' }],
    ['sequence', { sequence: 3 }],
    ['name', { entry: null }],
    ['item', { item: 'item-2' }],
    ['time', { receivedAt: new Date('2026-11-22T08:00:00.124Z') }],
    ['source', { source: 'exit' }],
    ['writer', { writer: 'w2' }],
    ['session', { session: 's2' }],
    ['end', { final: true }],
    ['elements', { elements: { ...entry.elements, 'cmi.core.lesson_location': '4' } }],
    ['patches', { patches: null }],
    ['refused elements', { refused: null }],
    ['size', { bytes: 301 }],
  ])('is another when the %s is', (_, changed) => {
    expect(sealOf('before', { ...entry, ...changed })).not.toBe(sealOf('before', entry))
  })

  test('covers all that came before', () => {
    expect(sealOf('another', entry)).not.toBe(sealOf('before', entry))
  })
})
