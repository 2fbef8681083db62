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
  /** How many first answers were judged right or wrong. */
  judged: number
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
 * except in the number of answers. Discrimination is the corrected item-total correlation: right (1) or
 * wrong (0) against the share right of the attempt's other questions.
 * @param answers each attempt's first answer to each question, at most one of each pair
 */
export function questionsOf(answers: readonly FirstAnswer[]): Question[] {
  const totals = totalsOf(answers)
  const byQuestion = grouped(answers, ({ item, interactionId }) =>
    JSON.stringify([item, interactionId]),
  )
  return [...byQuestion.values()].map((ofOne) => {
    const { item, interactionId } = ofOne[0]!
    const isTold = ofOne.length >= fewestAttempts
    return { item, interactionId, figures: isTold ? figuresOf(ofOne, totals) : null }
  })
}

/** What an attempt has of judged first answers. */
interface Total {
  right: number
  judged: number
}

function totalsOf(answers: readonly FirstAnswer[]): Map<number, Total> {
  const totals = new Map<number, Total>()
  for (const answer of answers) {
    const value = rightOrWrong(answer)
    if (value === null) continue
    const { right, judged } = totals.get(answer.attempt) ?? { right: 0, judged: 0 }
    totals.set(answer.attempt, { right: right + value, judged: judged + 1 })
  }
  return totals
}

function figuresOf(
  answers: readonly FirstAnswer[],
  totals: ReadonlyMap<number, Total>,
): QuestionFigures {
  const judged = answers.flatMap((answer) => rightOrWrong(answer) ?? [])
  return {
    attempts: answers.length,
    answers: answers.reduce((sum, answer) => sum + answer.answers, 0),
    shareRight: told(judged, meanOf),
    judged: judged.length,
    meanScore: told(
      answers.flatMap(({ resultScore }) => resultScore ?? []),
      meanOf,
    ),
    discrimination: discriminationOf(answers, totals),
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
  answers: readonly FirstAnswer[],
  totals: ReadonlyMap<number, Total>,
): number | null {
  const pairs = answers.flatMap((answer) => {
    const value = rightOrWrong(answer)
    const total = totals.get(answer.attempt)
    if (value === null || !total || total.judged < 2) return []
    return [[value, (total.right - value) / (total.judged - 1)] as const]
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
