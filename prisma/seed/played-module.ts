import { isQuestion } from '../../courses/toolkit/source/course-text.ts'
import type { Course, Question } from '../../courses/toolkit/source/course-model.ts'
import { plainText } from '../../courses/toolkit/builder/drawing.ts'
import { shapeOf } from '../../courses/toolkit/builder/module-shape.ts'
import { rightOf } from '../../courses/toolkit/builder/question-html.ts'
import type { ModuleShape } from '../../courses/toolkit/runtime/module-state.ts'
import type { QuestionKey } from '../../courses/toolkit/runtime/response.ts'

export interface PlayedQuestion extends QuestionKey {
  text: string
  /** How many answers it has to choose among. */
  choices: number
}

/** A module as somebody meets it who plays it. */
export interface PlayedModule {
  slug: string
  shape: ModuleShape
  pages: { slug: string; questions: PlayedQuestion[] }[]
  bank: PlayedQuestion[]
  /** How many of the bank a test draws. */
  drawn: number
}

export function playedModule(course: Course, slug: string): PlayedModule {
  const module = course.modules.find((each) => each.slug === slug)
  if (!module) throw new Error(`the course has no module ${slug}`)
  const pages = module.pages.map((page) => ({
    slug: page.slug,
    questions: page.blocks.filter(isQuestion).map(playedQuestion),
  }))
  const bank = module.bank.map(playedQuestion)
  return { slug, shape: shapeOf(module), pages, bank, drawn: module.draw?.questions ?? 0 }
}

function playedQuestion(question: Question): PlayedQuestion {
  const { id, type, text, answers, steps, pairs } = question
  const choices = Math.max(answers.length, steps.length, pairs.length)
  return { id, type, right: rightOf(question), text: plainText(text), choices }
}
