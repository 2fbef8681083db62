import type { ModuleShape } from '../runtime/module-state.ts'
import type { CourseModule, Question } from '../source/course-model.ts'
import { moduleQuestions } from '../source/course-text.ts'
import { rightOf } from './question-html.ts'

/** A module as its runtime reads it from its document (runtime/module-document.ts). @throws CannotDraw */
export function shapeOf(module: CourseModule): ModuleShape {
  return {
    kind: module.draw ? 'test' : 'lesson',
    pages: module.pages.map(({ slug }) => slug),
    questions: moduleQuestions(module).map(questionShape),
    passPercent: module.draw?.passPercent ?? 0,
  }
}

function questionShape(question: Question): ModuleShape['questions'][number] {
  const { id, type, teaches } = question
  return { id, type, right: rightOf(question), module: teaches.split('/')[0] ?? '' }
}
