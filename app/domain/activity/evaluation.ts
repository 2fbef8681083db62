import { daysBetween, type Day } from '~/kernel/dates.ts'

/** Answers below which nothing of what they say is shown. */
export const fewestAnswers = 5

/** How sure somebody feels, from not at all to very. */
export const confidences = [1, 2, 3, 4, 5] as const

/** Answers are taken on the day of the first one and the day after; then they are closed for good. */
const takenForDays = 1

/** Whether a session's answers can still grow in number. `firstOn`: the day of the first answer, null before it. */
export function takesAnswers(firstOn: Day | null, today: Day): boolean {
  return firstOn === null || daysBetween(firstOn, today) <= takenForDays
}

/** The answers about one session, added up. */
export interface AnswerSums {
  answers: number
  /** The day of the first answer. */
  firstOn: Day | null
  /** Sums of 1 to 5 over the answers. */
  before: number
  after: number
}

/** What may be shown of answers: means of 1 to 5, to one decimal. */
export interface ShownAnswers {
  answers: number
  before: number
  after: number
}

/**
 * What may be shown of a session's answers on a day: nothing until no more are taken, and nothing of fewer than five.
 * So what is shown of a session is one figure for good, and no two of them tell a single answer apart.
 */
export function shownAnswers(sums: AnswerSums, today: Day): ShownAnswers | null {
  if (takesAnswers(sums.firstOn, today) || sums.answers < fewestAnswers) return null
  return meansOf(sums)
}

/** Adds up sessions that may each be shown; those that may not are left out, so that no difference tells of them. */
export function sumAnswers(sessions: readonly AnswerSums[], today: Day): ShownAnswers | null {
  const shown = sessions.filter((sums) => shownAnswers(sums, today) !== null)
  if (shown.length === 0) return null
  const sumOf = (part: 'answers' | 'before' | 'after') =>
    shown.reduce((sum, one) => sum + one[part], 0)
  return meansOf({ answers: sumOf('answers'), before: sumOf('before'), after: sumOf('after') })
}

function meansOf({ answers, before, after }: Omit<AnswerSums, 'firstOn'>): ShownAnswers {
  const mean = (sum: number) => Math.round((sum / answers) * 10) / 10
  return { answers, before: mean(before), after: mean(after) }
}
