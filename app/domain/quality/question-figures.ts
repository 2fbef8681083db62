import type { Result } from './interaction.ts'
import { correlationOf, grouped, meanOf, medianOf } from './statistics.ts'

/** Nothing is told of fewer attempts. */
export const fewestAttempts = 5
/** With fewer, a correlation says more of chance than of the question. */
export const fewestForDiscrimination = 20
/** So many wrong answers are told of a question. */
const mostWrongAnswers = 3

/** An attempt's first answer to a question. */
export interface FirstAnswer {
  attempt: number
  item: string
  interactionId: string
  response: string | null
  result: Result | null
  /** A result that is a number. */
  resultScore: number | null
  latencySeconds: number | null
  /** How many answers the attempt gave in all. */
  answers: number
}

/** How a question works. Shares are 0..1; null where there is nothing to go by. */
export interface QuestionFigures {
  attempts: number
  /** With second tries. */
  answers: number
  /** Of the first answers that were judged, the share that was right (the item's p-value). */
  shareRight: number | null
  /** How many first answers were judged right or wrong; null where they are some, and too few to tell. */
  judged: number | null
  /** The mean of first answers that were judged by a number, in content's own points. */
  meanScore: number | null
  /** Between this question and the others, -1..1. */
  discrimination: number | null
  /** The commonest first. */
  wrongAnswers: { response: string; attempts: number }[]
  medianLatencySeconds: number | null
}

export interface Question {
  item: string
  interactionId: string
  /** Null where too few attempts have answered for anything to be told. */
  figures: QuestionFigures | null
}

/**
 * How each question works, in the order in which they first come. Only an attempt's first answer counts,
 * except in the number of answers. Discrimination is the corrected item-total correlation: how right (0..1)
 * the answer was against the mean of the attempt's other questions.
 * @param answers each attempt's first answer to each question, at most one of each pair
 */
export function questionsOf(answers: readonly FirstAnswer[]): Question[] {
  const byQuestion = [
    ...grouped(answers, ({ item, interactionId }) =>
      JSON.stringify([item, interactionId]),
    ).values(),
  ]
  const marked = byQuestion.map(marksOf)
  const totals = totalsOf(marked.flat())
  return byQuestion.map((ofOne, index) => {
    const { item, interactionId } = ofOne[0]!
    const isTold = ofOne.length >= fewestAttempts
    const discrimination = discriminationOf(marked[index]!, totals)
    return { item, interactionId, figures: isTold ? figuresOf(ofOne, discrimination) : null }
  })
}

/** How right an attempt's answer was, 0..1. */
interface Mark {
  attempt: number
  value: number
}

/**
 * The marks of one question. Points, where nothing is said of right and wrong, are marked by their place
 * between the fewest and the most that anybody had, since content does not tell of how many they are.
 */
function marksOf(answers: readonly FirstAnswer[]): Mark[] {
  const marks = answers.flatMap((answer) => {
    const value = rightOrWrong(answer)
    return value === null ? [] : [{ attempt: answer.attempt, value }]
  })
  if (marks.length > 0) return marks
  const scores = answers.flatMap(({ resultScore }) => resultScore ?? [])
  // Not spread: a question may have more answers than a call takes arguments.
  const least = scores.reduce((a, b) => Math.min(a, b), Infinity)
  const range = scores.reduce((a, b) => Math.max(a, b), -Infinity) - least
  if (!(range > 0 && Number.isFinite(range))) return []
  return answers.flatMap(({ attempt, resultScore }) =>
    resultScore === null ? [] : [{ attempt, value: (resultScore - least) / range }],
  )
}

/** What an attempt has of marks in all. */
interface Total {
  sum: number
  count: number
}

function totalsOf(marks: readonly Mark[]): Map<number, Total> {
  const totals = new Map<number, Total>()
  for (const { attempt, value } of marks) {
    const { sum, count } = totals.get(attempt) ?? { sum: 0, count: 0 }
    totals.set(attempt, { sum: sum + value, count: count + 1 })
  }
  return totals
}

function figuresOf(
  answers: readonly FirstAnswer[],
  discrimination: number | null,
): QuestionFigures {
  const judged = answers.flatMap((answer) => rightOrWrong(answer) ?? [])
  return {
    attempts: answers.length,
    answers: answers.reduce((sum, answer) => sum + answer.answers, 0),
    shareRight: told(judged, meanOf),
    judged: judged.length === 0 ? 0 : told(judged, ({ length }) => length),
    meanScore: told(
      answers.flatMap(({ resultScore }) => resultScore ?? []),
      meanOf,
    ),
    discrimination,
    wrongAnswers: wrongAnswersOf(answers),
    medianLatencySeconds: told(
      answers.flatMap(({ latencySeconds }) => latencySeconds ?? []),
      medianOf,
    ),
  }
}

const told = (values: number[], figure: (values: number[]) => number | null) =>
  values.length < fewestAttempts ? null : figure(values)

/** 1, 0, or null for an answer that was not judged. One that nobody had foreseen was not right. */
function rightOrWrong({ result }: FirstAnswer): 0 | 1 | null {
  if (result === 'correct') return 1
  return result === 'incorrect' || result === 'unanticipated' ? 0 : null
}

function discriminationOf(
  marks: readonly Mark[],
  totals: ReadonlyMap<number, Total>,
): number | null {
  const pairs = marks.flatMap(({ attempt, value }) => {
    const { sum, count } = totals.get(attempt)!
    return count < 2 ? [] : [[value, (sum - value) / (count - 1)] as const]
  })
  return pairs.length < fewestForDiscrimination ? null : correlationOf(pairs)
}

function wrongAnswersOf(answers: readonly FirstAnswer[]): QuestionFigures['wrongAnswers'] {
  const wrong = answers.filter((answer) => rightOrWrong(answer) === 0 && answer.response)
  return [...grouped(wrong, ({ response }) => response!)]
    .map(([response, { length }]) => ({ response, attempts: length }))
    .filter(({ attempts }) => attempts >= fewestAttempts)
    .sort((a, b) => b.attempts - a.attempts || (a.response < b.response ? -1 : 1))
    .slice(0, mostWrongAnswers)
}

/** How well a question tells those who know from those who do not. */
export type DiscriminationWord = 'well' | 'weakly' | 'not' | 'reversed'

/** 0.30 is where Ebel (1965) begins to call an item good; below -0.10 the better do worse. */
export function discriminationWord(discrimination: number): DiscriminationWord {
  if (discrimination >= 0.3) return 'well'
  if (discrimination >= 0.1) return 'weakly'
  return discrimination >= -0.1 ? 'not' : 'reversed'
}
