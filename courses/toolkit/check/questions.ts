import { plain, isCase, moduleQuestions } from '../source/course-text.ts'
import type { Case, CourseModule, Question } from '../source/course-model.ts'
import { problem, type Problem } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'

/** Questions that teach nothing when they are answered, or whose answer shows by its length. */
export function questionProblems({ course }: CheckInput): Problem[] {
  return course.modules.flatMap((module) => [
    ...moduleQuestions(module).flatMap(feedbackProblems),
    ...module.pages.flatMap(({ blocks }) => blocks.filter(isCase).flatMap(choiceProblems)),
    ...lengthProblems(module),
  ])
}

function feedbackProblems({ type, answers, feedback, place }: Question): Problem[] {
  if (type === 'order' || type === 'match') {
    return feedback.length === 0 ? [problem(place, 'question-without-feedback')] : []
  }
  return answers
    .filter((answer) => answer.feedback.length === 0)
    .map((answer) => problem(answer.place, 'answer-without-feedback'))
}

function choiceProblems({ scenes }: Case): Problem[] {
  return scenes.flatMap(({ choices }) =>
    choices
      .filter(({ consequence }) => consequence.length === 0)
      .map(({ place }) => problem(place, 'choice-without-consequence')),
  )
}

/** In more than half of a module's questions the longest answer is a right one. */
function lengthProblems(module: CourseModule): Problem[] {
  const choosing = moduleQuestions(module).filter(({ answers }) => answers.length > 1)
  const shown = choosing.filter(isLongestRight)
  if (shown.length * 2 <= choosing.length) return []
  const ids = shown.map(({ id }) => id).join(', ')
  const values = { count: shown.length, of: choosing.length, ids }
  return [problem(module.place, 'longest-right', values)]
}

/** Questions of a bank whose right answers are all longer than the wrong ones, by the bank's module. */
export function guessableQuestions({ course }: CheckInput): Question[] {
  return course.modules.flatMap(({ bank }) => bank.filter(areAllRightLonger))
}

const lengthOf = ({ text }: Question['answers'][number]) => plain(text).length

function isLongestRight({ answers }: Question): boolean {
  const wrong = answers.filter(({ right }) => !right).map(lengthOf)
  return answers.some((answer) => answer.right && wrong.every((other) => lengthOf(answer) > other))
}

function areAllRightLonger({ answers }: Question): boolean {
  const wrong = Math.max(0, ...answers.filter(({ right }) => !right).map(lengthOf))
  const right = answers.filter((answer) => answer.right).map(lengthOf)
  return right.length > 0 && right.every((length) => length > wrong)
}
