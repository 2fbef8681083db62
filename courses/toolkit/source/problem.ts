import { filled } from '../runtime/texts.ts'
import type { Place } from './course-model.ts'
import { problemTexts } from './problem-texts.ts'

export type ProblemCode = keyof typeof problemTexts

/** Something wrong in a course's folder, told to who writes it: where, and what to do. */
export interface Problem extends Place {
  code: ProblemCode
  /** In Swedish, from problem-texts.ts. */
  message: string
}

export function problem(
  { file, line }: Place,
  code: ProblemCode,
  values: Record<string, string | number> = {},
): Problem {
  return { file, line, code, message: filled(problemTexts[code], values) }
}

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemTexts, text)
}

/** By file, line and code: the order in which a writer mends. What is said twice of a line is said once. */
export function inOrder(problems: Problem[]): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const unique = new Map(problems.map((one) => [`${one.file}:${one.line} ${one.message}`, one]))
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code),
  )
}
