import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storedText } from '~/domain/attempt/element-text.ts'
import { interactionsAfter, type Interaction } from './interaction.ts'
import type { TrailCommit } from './trail-commit.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')

/** A commit of interaction elements, `second` seconds after noon: { '0.id': 'q1' }. */
function commit(second: number, told: Record<string, string>, item = 'item-1'): TrailCommit {
  const elements = Object.entries(told).map(([name, value]) => [`cmi.interactions.${name}`, value])
  return {
    item,
    session: 's1',
    source: 'live',
    receivedAt: new Date(noon + second * 1000),
    elements: Object.fromEntries(elements) as Record<string, string>,
  }
}

const one = (...commits: TrailCommit[]) => {
  const found = interactionsAfter([], commits)
  expect(found).toHaveLength(1)
  return found[0]!
}

test('an answer of SCORM 1.2 is read with its right answer, its result and its latency', () => {
  const told = {
    '0.id': 'q1',
    '0.type': 'choice',
    '0.time': '12:00:00',
    '0.correct_responses.0.pattern': 'b',
    '0.student_response': 'a',
    '0.result': 'wrong',
    '0.weighting': '2',
    '0.latency': '00:01:05.5',
  }
  expect(one(commit(0, told))).toEqual({
    item: 'item-1',
    number: 0,
    interactionId: 'q1',
    kind: 'choice',
    description: null,
    response: 'a',
    correctResponses: ['b'],
    result: 'incorrect',
    resultScore: null,
    weighting: 2,
    latencySeconds: 65.5,
    answeredAt: new Date(noon),
  })
})

test('an answer of SCORM 2004 is read with its text, without the marks that stand before it', () => {
  const told = {
    '3.id': 'urn:q4',
    '3.type': 'fill-in',
    '3.description': '{lang=sv}Vem anmäler?',
    '3.learner_response': '{case_matters=false}{lang=sv}Skolan',
    '3.result': 'incorrect',
    '3.latency': 'PT1M5.5S',
  }
  expect(one(commit(0, told))).toMatchObject({
    number: 3,
    interactionId: 'urn:q4',
    description: 'Vem anmäler?',
    response: 'Skolan',
    result: 'incorrect',
    latencySeconds: 65.5,
  })
})

test('an answer told over several commits is one, answered when its result came', () => {
  const found = one(
    commit(0, { '0.id': 'q1', '0.type': 'choice' }),
    commit(20, { '0.student_response': 'a' }),
    commit(21, { '0.result': 'correct' }),
    commit(22, { '0.latency': '00:00:20' }),
  )
  expect(found).toMatchObject({ response: 'a', result: 'correct', latencySeconds: 20 })
  expect(found.answeredAt).toEqual(new Date(noon + 21_000))
})

test('a second try written over the first does not count', () => {
  const found = one(
    commit(0, { '0.id': 'q1', '0.student_response': 'a', '0.result': 'wrong' }),
    commit(9, { '0.student_response': 'b', '0.result': 'correct', '0.weighting': '1' }),
  )
  expect(found).toMatchObject({ response: 'a', result: 'incorrect', weighting: 1 })
  expect(found.answeredAt).toEqual(new Date(noon))
})

test('a verdict that stood there before there was an answer gives way to the answer’s own', () => {
  const waiting = commit(0, { '0.id': 'q1', '0.result': 'incorrect' })
  const answered = commit(9, { '0.learner_response': 'b', '0.result': 'correct' })
  expect(one(waiting, answered)).toMatchObject({ response: 'b', result: 'correct' })
})

test('a number used for another question is another interaction, and neither is lost', () => {
  const found = interactionsAfter(
    [],
    [
      commit(0, { '0.id': 'q1', '0.student_response': 'a', '0.result': 'wrong' }),
      commit(60, { '0.id': 'q2', '0.student_response': 'c', '0.result': 'correct' }),
    ],
  )
  expect(found.map(({ number, interactionId }) => ({ number, interactionId }))).toEqual([
    { number: 0, interactionId: 'q1' },
    { number: 10_000, interactionId: 'q2' },
  ])
})

test('a result may be a number', () => {
  const found = one(commit(0, { '0.id': 'q1', '0.learner_response': 'a', '0.result': '0.75' }))
  expect(found).toMatchObject({ result: null, resultScore: 0.75 })
})

test('several right answers are all kept, in content’s order, whenever each is told', () => {
  const found = one(
    commit(0, {
      '0.id': 'q1',
      '0.type': 'fill-in',
      '0.correct_responses.2.pattern': '{case_matters=false}socialnämnden',
      '0.correct_responses.0.pattern': 'socialtjänsten',
    }),
    commit(5, { '0.learner_response': 'polisen', '0.result': 'incorrect' }),
    // What is known when the answer stands stays; what was not told yet is added.
    commit(6, {
      '0.correct_responses.0.pattern': 'polisen',
      '0.correct_responses.1.pattern': 'nämnden',
    }),
  )
  expect(found.correctResponses).toEqual(['socialtjänsten', 'nämnden', 'socialnämnden'])
})

test('what no standard knows is no result, and other elements are nobody’s answer', () => {
  expect(one(commit(0, { '0.id': 'q1', '0.result': 'Rätt' }))).toMatchObject({
    result: null,
    resultScore: null,
  })
  const others = { '0.objectives.0.id': 'o1', '99999.id': 'q1', 'x.id': 'q1' }
  expect(interactionsAfter([], [commit(0, others)])).toEqual([])
})

test('what the learner has written at length is not kept, only that there is an answer', () => {
  const told = {
    '0.id': 'q1',
    '0.type': 'long-fill-in',
    '0.learner_response': 'Min egen berättelse',
  }
  expect(one(commit(0, told)).response).toBe('')
})

test('a text that was stored by its code units is read as it was, without what no column holds', () => {
  const told = { '0.id': storedText('q\0 1'), '0.student_response': storedText('a\ud800b') }
  expect(one(commit(0, told))).toMatchObject({ interactionId: 'q 1', response: 'a\ufffdb' })
})

test('a long answer is cut, and never in the middle of a character', () => {
  const told = { '0.id': 'q1', '0.student_response': `${'a'.repeat(249)}😀 och mer` }
  expect(one(commit(0, told)).response).toBe(`${'a'.repeat(249)}\ufffd`)
})

const anyTold = fc.record(
  {
    '0.id': fc.constantFrom('q1', 'q2'),
    '0.student_response': fc.constantFrom('a', 'b', ''),
    '0.result': fc.constantFrom('correct', 'wrong', 'neutral', '0.5'),
    '0.correct_responses.0.pattern': fc.constantFrom('a', 'b', ''),
    '0.correct_responses.1.pattern': fc.constantFrom('c', 'd'),
    '1.id': fc.constantFrom('q2', 'q3'),
    '1.result': fc.constantFrom('correct', 'wrong'),
    '1.latency': fc.constantFrom('00:00:10', '00:00:20'),
  },
  { requiredKeys: [] },
)

test('a trail gathered in two pieces comes to the same as gathered at once, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(anyTold, { maxLength: 12 }), fc.nat(12), (drawn, cut) => {
      const commits = drawn.map((told, index) => commit(index, told))
      const whole = interactionsAfter([], commits)
      const first = interactionsAfter([], commits.slice(0, cut))
      const second = interactionsAfter(first, commits.slice(cut))
      expect(sorted(laidOver(first, second))).toEqual(sorted(whole))
    }),
  )
})

const key = ({ item, number }: Interaction) => `${item} ${number}`
const laidOver = (first: Interaction[], second: Interaction[]) => [
  ...new Map([...first, ...second].map((one) => [key(one), one])).values(),
]
const sorted = (all: Interaction[]) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1))
