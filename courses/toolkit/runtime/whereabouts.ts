import { element } from './dom.ts'
import type { ModuleDocument } from './module-document.ts'
import type { Place } from './pager.ts'
import type { Session } from './session.ts'
import { name, say } from './speech.ts'
import type { TextKey, Values } from './texts.ts'

/** Below the module's title: which page this is, how much is read, how much time is left. */
export class Whereabouts {
  readonly element: HTMLElement
  readonly #module: ModuleDocument
  readonly #session: Session
  readonly #place = element('span', { class: 'place' })
  readonly #left = element('span', { class: 'left-to-do' })
  readonly #progress = element('progress', { max: '100' })

  constructor(module: ModuleDocument, session: Session) {
    this.#module = module
    this.#session = session
    const line = element('p', { class: 'where' }, this.#place, this.#left)
    this.element = element('div', { class: 'whereabouts unprinted' }, line, this.#progress)
  }

  /** @param question the number of the question, from 0, where a test is on the screen */
  draw(place: Place, question?: number): void {
    const { pages, title } = this.#module
    const [key, values] = this.#wordsFor(place, question)
    if (key) say(this.#place, key, values)
    else this.#place.textContent = place.section.querySelector('h2')?.textContent ?? ''
    this.#place.hidden = key === 'test'
    document.title = `${title}: ${this.#place.textContent}`
    const { seen } = this.#session.state
    const read = pages.filter(({ slug }) => seen.includes(slug)).length
    const percent = pages.length > 0 ? Math.floor((read * 100) / pages.length) : 0
    this.#progress.value = percent
    name(this.#progress, 'progress', { percent })
    this.#progress.hidden = place.name === '+test'
    this.#drawLeft(place)
  }

  #wordsFor(place: Place, question: number | undefined): [TextKey?, Values?] {
    const test = this.#session.state.test
    if (place.name === '+test') {
      if (question === undefined || !test) return ['test']
      const number = Object.keys(test.answers).length
      return ['test.answered', { number, count: test.drawn.length }]
    }
    const index = this.#module.pages.findIndex(({ slug }) => slug === place.name)
    if (index < 0) return []
    return ['where', { number: index + 1, count: this.#module.pages.length }]
  }

  /** The page on the screen counts as unread: one is about to read it. */
  #drawLeft(place: Place): void {
    const { seen } = this.#session.state
    const minutes = this.#module.pages
      .filter(({ slug }) => slug === place.name || !seen.includes(slug))
      .reduce((sum, page) => sum + page.minutes, 0)
    this.#left.hidden = place.name === '+test' || place.kind === 'appendix'
    if (this.#left.hidden) return
    if (minutes > 0 && minutes < 1) say(this.#left, 'minute-left')
    else if (minutes > 0) say(this.#left, 'minutes-left', { minutes: Math.round(minutes) })
    else if (this.#session.outcome.completion === 'completed') say(this.#left, 'nothing-left')
    else this.#left.hidden = true
  }
}

/** What a visit may begin with, said above the page. */
export function resumedNote(fromStart: () => void): HTMLElement {
  const button = say(element('button', { type: 'button', class: 'link' }), 'from-start')
  button.addEventListener('click', fromStart)
  const words = say(element('span', {}), 'resumed')
  return element('p', { class: 'note unprinted' }, words, ' ', button)
}

/**
 * Without a learning system the learner decides how long the browser remembers.
 * @param decided called when that has been done
 */
export function openModeNote({ progress }: Session, decided?: () => void): HTMLElement {
  const words = element('span', {})
  const box = element('input', { type: 'checkbox' })
  const draw = () => {
    box.checked = progress.isKept
    say(words, progress.isKept ? 'open-mode.kept' : 'open-mode')
  }
  box.addEventListener('change', () => {
    progress.keep(box.checked)
    draw()
    decided?.()
  })
  draw()
  const keep = element('label', { class: 'check' }, box, say(element('span', {}), 'open-mode.keep'))
  return element('div', { class: 'note unprinted' }, element('p', {}, words), keep)
}
