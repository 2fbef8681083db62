import { all, element, sign } from './dom.ts'
import type { ModuleDocument } from './module-document.ts'
import { firstRight, leftOf } from './outcome.ts'
import { printOnly } from './printing.ts'
import type { Session } from './session.ts'
import { say } from './speech.ts'
import type { TextKey } from './texts.ts'

interface ClosingPorts {
  module: ModuleDocument
  session: Session
  open: (name: string) => void
}

/** Where a lesson ends: what is left to do, or how it went, and what to take away. */
export class ClosingPage {
  readonly element = element('section', { class: 'page closing' })
  readonly #ports: ClosingPorts
  readonly #heading = say(element('h2', { tabindex: '-1' }), 'closing')

  constructor(ports: ClosingPorts) {
    this.#ports = ports
    this.element.append(this.#heading)
  }

  draw(): void {
    const { session } = this.#ports
    const isDone = session.outcome.completion === 'completed'
    const word = say(element('strong', {}), isDone ? 'closing.done' : 'closing.left')
    const state = element('p', { class: isDone ? 'done' : 'not-done' })
    state.append(sign(isDone ? 'right' : 'partly'), word)
    this.element.replaceChildren(
      this.#heading,
      state,
      ...(isDone ? this.#result() : this.#left()),
      ...this.#toTake(),
    )
  }

  #result(): HTMLElement[] {
    const { session } = this.#ports
    const of = session.shape.questions.length
    const values = { right: firstRight(session.shape, session.state), of }
    return [
      ...(of > 0 ? [say(element('p', {}), 'closing.score', values)] : []),
      ...(session.system ? [say(element('p', {}), 'closing.saved')] : []),
    ]
  }

  #left(): HTMLElement[] {
    const { module, session } = this.#ports
    const left = leftOf(session.shape, session.state)
    const pages = module.pages
      .filter(({ slug }) => left.pages.includes(slug))
      .map(({ slug, title }) => this.#linkTo(slug, title))
    const questions = module.questions
      .filter(({ id }) => left.questions.includes(id))
      .map(({ source, text }) => {
        const page = source.closest<HTMLElement>('[data-page]')?.dataset.page ?? ''
        return this.#linkTo(page, text)
      })
    return [...listed('closing.left.pages', pages), ...listed('closing.left.questions', questions)]
  }

  #linkTo(page: string, text: string): HTMLElement {
    const link = element('button', { type: 'button', class: 'link' }, text)
    link.addEventListener('click', () => this.#ports.open(page))
    return link
  }

  #toTake(): HTMLElement[] {
    const lists = all(document, '.checklist').map((list) => {
      const button = element('button', { type: 'button' }, sign('print'))
      const title = list.querySelector('h3')?.textContent ?? ''
      button.append(say(element('span', {}), 'print.named', { name: title }))
      button.addEventListener('click', () => printOnly(list))
      return button
    })
    return listed('closing.take', lists)
  }
}

function listed(title: TextKey, lines: HTMLElement[]): HTMLElement[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => element('li', {}, line))
  return [say(element('h3', {}), title), element('ul', { class: 'plain' }, ...items)]
}
