import { toString } from 'mdast-util-to-string'
import type { Course, CourseModule, Fact, GlossaryTerm, Place } from '../source/course-model.ts'
import { sv, filled, type TextKey, type Values } from '../runtime/texts.ts'
import { escaped } from './escaped.ts'

/** What stands in the course's text and cannot be drawn; the check says it too, with all else that is wrong. */
export class CannotDraw extends Error {
  constructor(
    message: string,
    readonly place: Place,
  ) {
    super(`${place.file}:${place.line}: ${message}`)
  }
}

/** What a citation says: of "id" a fact's whole sentences, of "id.part" words of it. */
export interface Citation {
  words: string
}

const missing = (name: string) => `[${name} saknas]`

/** One module being drawn: what its parts refer to, and what they have referred to so far. */
export class Drawing {
  readonly course: Course
  readonly module: CourseModule
  /** Facts that have been cited, in that order. */
  readonly facts = new Set<Fact>()
  /** Words that the glossary explains. */
  readonly terms = new Set<GlossaryTerm>()
  /** Names of pictures and recordings. */
  readonly media = new Set<string>()
  /** What a draft lacks, with file and line. */
  readonly lacks: string[] = []
  readonly #isDraft: boolean
  #citedHere = new Set<Fact>()

  /** @param isDraft what is not there yet, such as a picture, is passed over */
  constructor(course: Course, module: CourseModule, { isDraft = false } = {}) {
    this.course = course
    this.module = module
    this.#isDraft = isDraft
  }

  /** @throws CannotDraw */
  cite(name: string, place: Place): Citation {
    const [id, part] = name.split('.')
    const fact = this.course.facts.find((one) => one.id === id)
    const words = part === undefined ? fact?.text : fact?.parts[part]
    if (!fact || words === undefined) {
      this.#lack(`there is no fact "${name}"`, place)
      return { words: missing(name) }
    }
    this.facts.add(fact)
    this.#citedHere.add(fact)
    return { words }
  }

  /** What `draw` draws, and which facts it cites. */
  noting(draw: () => string): { html: string; facts: Fact[] } {
    const before = this.#citedHere
    this.#citedHere = new Set()
    const html = draw()
    const facts = [...this.#citedHere]
    this.#citedHere = before
    return { html, facts }
  }

  /** @throws CannotDraw */
  term(id: string, place: Place): Pick<GlossaryTerm, 'id'> {
    const term = this.course.glossary.find((one) => one.id === id)
    if (!term) this.#lack(`the glossary has no "${id}"`, place)
    else this.terms.add(term)
    return { id }
  }

  /** @throws CannotDraw where there is no such picture */
  picture(name: string, place: Place): void {
    if (!this.takesAlong(name)) this.#lack(`there is no picture ${name}`, place)
  }

  #lack(message: string, place: Place): void {
    const told = new CannotDraw(message, place)
    if (!this.#isDraft) throw told
    this.lacks.push(told.message)
  }

  /** Whether the module or the course has such a file; then it comes along. */
  takesAlong(name: string): boolean {
    const isThere = this.module.media.includes(name) || this.course.media.includes(name)
    if (isThere) this.media.add(name)
    return isThere
  }

  /** The titles of the page and the module where one learns something; '' where nobody said. */
  titlesOf(teaches: string): { module: string; page: string } {
    const [slug, pageSlug] = teaches.split('/')
    const module = this.course.modules.find((one) => one.slug === slug)
    const page = module?.pages.find((one) => one.slug === pageSlug)
    const number = module?.number ? `${module.number}. ` : ''
    return { module: module ? number + module.title.sv : '', page: page?.title ?? '' }
  }
}

/** A text of the interface, that the runtime can say in the other language. */
export function said(element: string, key: TextKey, values?: Values): string {
  const data = values ? ` data-v="${escaped(JSON.stringify(values))}"` : ''
  return `<${element} data-t="${key}"${data}>${escaped(filled(sv[key], values))}</${element.split(' ')[0]}>`
}

/** What text a node of Markdown has, its facts left as they are written. */
export const plainText = (nodes: unknown) => toString(nodes).trim()
