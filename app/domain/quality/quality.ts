import type { ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import type { FastResults } from './fast-results.ts'
import type { Pages, Stops } from './page-figures.ts'
import type { Question } from './question-figures.ts'

/** The newest attempts that figures are made of: more would say the same, and of a longer time. */
export const mostAttempts = 2_000

/** A longer pause between two commits counts as this: the learner may have left the computer. */
export const longestPauseSeconds = 600

/** A question with what content says of it. */
export interface ReportedQuestion extends Question {
  kind: string | null
  /** Its text, where content tells it (SCORM 2004). */
  description: string | null
  /** Each alone is right. */
  correctResponses: readonly string[]
}

/** How a version works for those who take it: what an editor reads. */
export interface QualityReport {
  version: { id: ModuleVersionId; number: number }
  /** `readingSeconds`: of a test, what it takes to read its questions at all. */
  module: { id: ModuleId; title: string; slug: string; readingSeconds: number | null }
  /** The package's items that can be launched, in document order. */
  items: { identifier: string; title: string }[]
  /** What a package of ours calls its places, in the order in which they are met; else none. */
  places: { location: string; title: string }[]
  /** Null where too few have begun for anything to be told. */
  figures: QualityFigures | null
}

export interface QualityFigures {
  /** Those that have been gathered from, `mostAttempts` at most. */
  attempts: number
  /** When the first of them began, and when the last of them saved anything. */
  since: Date
  until: Date
  /** In the order of items and then of the numbers that content gives. */
  questions: ReportedQuestion[]
  pages: Pages
  stops: Stops
  /** Null of a module that is no test, or where too few have handed in. */
  fast: FastResults | null
}
