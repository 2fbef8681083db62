import type { Day } from '~/kernel/dates.ts'
import type { CourseFiles } from '../source/course-files.ts'
import type { Course, Fact, Question } from '../source/course-model.ts'
import { readCourse } from '../source/course-reader.ts'
import { inOrder, type Problem } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'
import { factProblems, factsToCheck, overdueFacts } from './facts.ts'
import { idProblems } from './ids.ts'
import { moduleProblems } from './modules.ts'
import { guessableQuestions, questionProblems } from './questions.ts'
import { referenceProblems } from './references.ts'
import {
  alternativeProblems,
  lixProblems,
  repeatedSentences,
  tellingTitles,
  unwrittenProblems,
} from './texts.ts'
import { typedFactProblems } from './typed-facts.ts'

export interface CourseCheck {
  course: Course
  /** What must be mended, by file and line. */
  problems: Problem[]
  /** Facts whose review is due. */
  overdue: Problem[]
  /** Facts that somebody must look up before the course is published. */
  toCheck: Fact[]
  /** Questions of a test that can be answered by the length of their answers. */
  guessable: Question[]
}

/** Reads a course and looks at everything in it. */
export function checkCourse(files: CourseFiles, today: Day): CourseCheck {
  const { course, problems } = readCourse(files)
  const broken = new Set(problems.map(({ file }) => file))
  const input: CheckInput = { course, files, broken, today }
  const checks = [
    referenceProblems,
    idProblems,
    factProblems,
    typedFactProblems,
    questionProblems,
    moduleProblems,
    lixProblems,
    repeatedSentences,
    alternativeProblems,
    tellingTitles,
    unwrittenProblems,
  ]
  return {
    course,
    problems: inOrder([...problems, ...checks.flatMap((check) => check(input))]),
    overdue: overdueFacts(input),
    toCheck: factsToCheck(input),
    guessable: guessableQuestions(input),
  }
}
