import { expect, test } from 'vitest'
import { FullStore, MemoryStore } from '../../../tests/fixtures/memory-store.ts'
import { UnsentNotes } from './unsent-notes.ts'

test('a note stays for its reader until its own opening is done', () => {
  const store = new MemoryStore()
  const notes = new UnsentNotes(store, 'ada')
  notes.add('course', 'first tab')
  notes.add('course', 'second tab')
  notes.add('other', 'third tab')
  notes.remove('course', 'first tab')
  expect([...new UnsentNotes(store, 'ada').read()]).toEqual([
    ['course', ['second tab']],
    ['other', ['third tab']],
  ])
})

test('nobody sees another’s notes on the same computer', () => {
  const store = new MemoryStore()
  new UnsentNotes(store, 'ada').add('course', 'tab')
  expect(new UnsentNotes(store, 'ad').read().size).toBe(0)
  expect(new UnsentNotes(store, 'bo').read().size).toBe(0)
})

test('where nothing can be noted, nothing fails', () => {
  const notes = new UnsentNotes(new FullStore(), 'ada')
  notes.add('course', 'tab')
  expect(notes.read().size).toBe(0)
})
