// A learner's answer is a short text of keys, the same in both standards and in what is kept of it:
// single "b", multiple "ac", order "bca", match "aab" (for each left, in order, the key of its right).

export const questionTypes = ['single', 'multiple', 'order', 'match'] as const
export type QuestionType = (typeof questionTypes)[number]

export type Edition = '1.2' | '2004'

/** What it takes to judge a question. */
export interface QuestionKey {
  id: string
  type: QuestionType
  /** The right answer, as a learner's answer is written. */
  right: string
}

/** Keys are single letters, since SCORM 1.2 has single signs in answers (RTE 3.4.4, CMIFeedback). */
export const mostKeys = 26

/** The key of the answer at an index from 0. */
export function keyAt(index: number): string {
  return String.fromCharCode(97 + index)
}

/** Several choices as one answer: in the order of their keys, so that the same choices read the same. */
export function choicesOf(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join('')
}

export function isRight({ type, right }: QuestionKey, response: string): boolean {
  return type === 'multiple' ? choicesOf([...response]) === right : response === right
}

/** `cmi.interactions.n.type` of both standards. */
export function interactionType(type: QuestionType): 'choice' | 'sequencing' | 'matching' {
  if (type === 'order') return 'sequencing'
  return type === 'match' ? 'matching' : 'choice'
}

/**
 * An answer as the standards write it: SCORM 1.2 RTE 3.4.4 "a,c" and "1.a,2.b", SCORM 2004 4th ed.
 * RTE 4.2.9.1 "a[,]c" and "1[.]a[,]2[.]b".
 */
export function responseIn(edition: Edition, type: QuestionType, response: string): string {
  const [comma, point] = edition === '1.2' ? [',', '.'] : ['[,]', '[.]']
  const keys = [...response]
  const parts =
    type === 'match' ? keys.map((key, index) => `${(index + 1).toString(36)}${point}${key}`) : keys
  return parts.join(comma)
}
