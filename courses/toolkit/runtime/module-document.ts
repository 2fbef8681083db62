import { all } from './dom.ts'
import type { ModuleShape } from './module-state.ts'
import { questionOf, type Question } from './question.ts'
import type { Edition } from './response.ts'

/** A page as it stands in the document. */
export interface DocumentPage {
  slug: string
  title: string
  section: HTMLElement
  minutes: number
}

/** What the builder has written (builder/module-html.ts), as the runtime works with it. */
export interface ModuleDocument {
  slug: string
  edition: Edition
  /** Of the document, neutral; the runtime adds where in it the learner is. */
  title: string
  pages: DocumentPage[]
  /** Easy read, glossary, guide: parts that are no pages to go through, in their order. */
  appendices: { name: string; section: HTMLElement }[]
  questions: Question[]
  /** How many questions a test draws; 0 for a lesson. */
  drawn: number
  shape: ModuleShape
}

export function readDocument(): ModuleDocument {
  const { module = '', edition, draw, pass } = document.documentElement.dataset
  const pages = all(document, 'section[data-page]').map((section) => ({
    slug: section.dataset.page ?? '',
    title: section.querySelector('h2')?.textContent ?? '',
    section,
    minutes: Number(section.dataset.minutes) || 0,
  }))
  const questions = all(document, '[data-question]').map(questionOf)
  const drawn = Number(draw) || 0
  return {
    slug: module,
    edition: edition === '2004' ? '2004' : '1.2',
    title: document.title,
    pages,
    appendices: all(document, 'section[data-appendix]').map((section) => ({
      name: section.dataset.appendix ?? '',
      section,
    })),
    questions,
    drawn,
    shape: {
      kind: drawn > 0 ? 'test' : 'lesson',
      pages: pages.map(({ slug }) => slug),
      questions,
      passPercent: Number(pass) || 0,
    },
  }
}
