import { expect, test } from 'vitest'
import type { OutlineBlock, OutlineCase, OutlineQuestion } from './module-outline.schema.ts'
import { isFork, letterOf, mixed, plainLine, tasksOf } from './paper-tasks.ts'

const question: OutlineQuestion = {
  kind: 'question',
  type: 'single',
  asked: [{ text: 'Vad ' }, { fact: 'lag.name', text: 'säger lagen' }, { text: '?' }],
  answers: [],
  pairs: [],
  feedback: [],
}
const story: OutlineCase = { kind: 'case', title: [{ text: 'Klockan tio' }], scenes: [] }
const pageOf = (slug: string, ...content: OutlineBlock[]) => ({ slug, title: slug, content })

test('questions and cases are numbered each by themselves, through the whole module', () => {
  const other = { ...question }
  const pages = [
    pageOf('ett', { kind: 'paragraph', line: [] }, question),
    pageOf('två', story, other),
  ]
  const told = tasksOf(pages).map(({ kind, number, page }) => [kind, number, page.slug])
  expect(told).toEqual([
    ['question', 1, 'ett'],
    ['case', 1, 'två'],
    ['question', 2, 'två'],
  ])
  expect(tasksOf(pages).at(-1)!.block).toBe(other)
})

test('what is to be put in order is printed by the alphabet, not in the right order', () => {
  expect(mixed(['Öppna', 'Ring', 'Ångra'], (word) => word)).toEqual(['Ring', 'Ångra', 'Öppna'])
  expect(plainLine(question.asked)).toBe('Vad säger lagen?')
  expect([0, 1, 25].map(letterOf)).toEqual(['A', 'B', 'Z'])
})

test('a story parts where its choices lead to different scenes', () => {
  const choice = { line: [], judgement: 'good' as const, consequence: [] }
  const leading = (...to: (number | null)[]) => ({
    blocks: [],
    choices: to.map((number) => ({ ...choice, to: number })),
  })
  expect(isFork(leading(2, 2))).toBe(false)
  expect(isFork(leading(2, null))).toBe(true)
  expect(isFork(leading())).toBe(false)
})
