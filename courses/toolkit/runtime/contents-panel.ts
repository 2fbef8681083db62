import { element, sign } from './dom.ts'
import type { Pager, Place } from './pager.ts'
import { say } from './speech.ts'

/** The list of all there is in the module, with what has been read. */
export class ContentsPanel {
  readonly element = element('div', {})
  readonly #pager: Pager
  readonly #open: (name: string) => void

  constructor(pager: Pager, open: (name: string) => void) {
    this.#pager = pager
    this.#open = open
  }

  draw(seen: readonly string[]): void {
    const rowsOf = (...kinds: Place['kind'][]) =>
      this.#pager.places
        .filter(({ kind }) => kinds.includes(kind))
        .map((place) => this.#rowOf(place, seen.includes(place.name)))
    this.element.replaceChildren(
      say(element('h2', {}), 'pages'),
      element('ol', { class: 'contents' }, ...rowsOf('page', 'end')),
      say(element('h2', {}), 'more'),
      element('ul', { class: 'contents' }, ...rowsOf('appendix')),
    )
  }

  #rowOf(place: Place, isSeen: boolean): HTMLElement {
    const isCurrent = place === this.#pager.current
    const button = element('button', { type: 'button', 'aria-current': isCurrent && 'page' })
    const heading = place.section.querySelector('h2')
    const title = element('span', {}, heading?.textContent ?? '')
    if (place.title) say(title, place.title)
    else if (heading?.dataset.t) title.lang = heading.lang
    button.append(title)
    if (isSeen) button.append(sign('right'), say(element('span', { class: 'unseen' }), 'seen'))
    button.addEventListener('click', () => this.#open(place.name))
    return element('li', { 'data-kind': place.kind }, button)
  }
}
