import type { ModuleShape, ModuleState, TestHandedIn } from './module-state.ts'
import { isRight } from './response.ts'

/** What a module tells a learning system, in the words of neither standard. */
export interface Outcome {
  completion: 'incomplete' | 'completed'
  success: 'unknown' | 'passed' | 'failed'
  /** 0..100; null as long as there is none. */
  score: number | null
}

/** What a learner has left to do in a lesson. */
export interface Left {
  /** Slugs. */
  pages: string[]
  /** Ids. */
  questions: string[]
}

export function leftOf({ pages, questions }: ModuleShape, state: ModuleState): Left {
  return {
    pages: pages.filter((slug) => !state.seen.includes(slug)),
    questions: questions.filter(({ id }) => !state.answers[id]).map(({ id }) => id),
  }
}

/**
 * How far the learner has come. A lesson is completed when every page has been seen and every question
 * answered; its score is the share of questions that were right at the first answer. A test is completed by
 * passing it: who has failed has it still to do, which is all that SCORM 1.2 can say of a failure.
 */
export function outcomeOf(shape: ModuleShape, state: ModuleState): Outcome {
  return shape.kind === 'test' ? outcomeOfTest(shape, state) : outcomeOfLesson(shape, state)
}

function outcomeOfLesson(shape: ModuleShape, state: ModuleState): Outcome {
  const left = leftOf(shape, state)
  const isAnswered = left.questions.length === 0
  const right = firstRight(shape, state)
  const isScored = isAnswered && shape.questions.length > 0
  return {
    completion: isAnswered && left.pages.length === 0 ? 'completed' : 'incomplete',
    success: 'unknown',
    score: isScored ? percentOf(right, shape.questions.length) : null,
  }
}

/** How many questions were right at the first answer. */
export function firstRight({ questions }: ModuleShape, state: ModuleState): number {
  return questions.filter(({ id }) => state.answers[id]?.first).length
}

function outcomeOfTest(shape: ModuleShape, state: ModuleState): Outcome {
  if (state.passed !== undefined) {
    return { completion: 'completed', success: 'passed', score: state.passed }
  }
  const result = state.handedIn && resultOf(shape, state.handedIn)
  return {
    completion: 'incomplete',
    success: result ? 'failed' : 'unknown',
    score: result?.percent ?? null,
  }
}

/** Of a module that the test asks about. */
export interface ModuleResult {
  module: string
  right: number
  of: number
}

export interface TestResult {
  right: number
  of: number
  percent: number
  isPassed: boolean
  /** In the order in which the bank first asks about them. */
  modules: ModuleResult[]
  /** Ids of the questions that were not right, in the order in which they were asked. */
  wrong: string[]
}

/** What a test that was handed in comes to. A question that the bank no longer has is not counted. */
export function resultOf(
  { questions, passPercent }: ModuleShape,
  { drawn, answers }: TestHandedIn,
): TestResult {
  const asked = drawn.flatMap((id) => questions.find((question) => question.id === id) ?? [])
  const isWrong = (id: string) => {
    const question = asked.find((one) => one.id === id)
    return !question || !isRight(question, answers[id] ?? '')
  }
  const wrong = asked.map(({ id }) => id).filter(isWrong)
  const order = [...new Set(questions.map(({ module }) => module))]
  const modules = order.flatMap((module) => {
    const ofModule = asked.filter((question) => question.module === module)
    const right = ofModule.filter(({ id }) => !wrong.includes(id)).length
    return ofModule.length > 0 ? [{ module, right, of: ofModule.length }] : []
  })
  const right = asked.length - wrong.length
  return {
    right,
    of: asked.length,
    percent: percentOf(right, asked.length),
    isPassed: asked.length > 0 && right * 100 >= passPercent * asked.length,
    modules,
    wrong,
  }
}

/** Per cent to the hundredth, cut and not rounded: 79.996 must not become 80 and pass. */
export function percentOf(right: number, of: number): number {
  return of === 0 ? 0 : Math.floor((right * 10_000) / of) / 100
}
