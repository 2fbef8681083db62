import { CaseView } from './case-view.ts'
import { all } from './dom.ts'
import type { ModuleDocument } from './module-document.ts'
import { QuestionView } from './question-view.ts'
import { serveReflection, type ReflectionNotes } from './reflection-view.ts'
import type { Session } from './session.ts'

/**
 * Brings the blocks of the document to life. What they were made from stays hidden beside them: feedback is
 * copied from there, and current facts find their way into it.
 * @returns the questions by the page they stand on
 */
export function serveBlocks(
  { questions, shape }: ModuleDocument,
  session: Session,
  notes: ReflectionNotes,
): Map<string, QuestionView[]> {
  for (const source of all(document, '[data-case]')) {
    stand(new CaseView(source, session).element, source)
  }
  for (const source of all(document, '[data-reflection]')) serveReflection(source, notes)
  const byPage = new Map<string, QuestionView[]>()
  if (shape.kind === 'test') return byPage
  for (const question of questions) {
    const view = new QuestionView(question, session)
    stand(view.element, question.source)
    const page = question.source.closest<HTMLElement>('[data-page]')?.dataset.page ?? ''
    byPage.set(page, [...(byPage.get(page) ?? []), view])
  }
  return byPage
}

function stand(view: HTMLElement, source: HTMLElement): void {
  source.hidden = true
  source.after(view)
}
