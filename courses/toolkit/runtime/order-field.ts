import { AnswerField } from './answer-field.ts'
import { all, element, sign } from './dom.ts'
import { mark } from './marks.ts'
import { name, phrase } from './speech.ts'

export interface Step {
  key: string
  text: Node[]
}

/** `order`: steps with buttons that move them, since dragging asks for a mouse and a steady hand. */
export class OrderField extends AnswerField {
  readonly #list: HTMLElement
  readonly #spoken = element('p', { class: 'unseen', role: 'status' })
  readonly #right: string

  /** @param steps in the order in which they are shown first; @param right the right order */
  constructor(steps: readonly Step[], right: string) {
    super('ordering')
    this.#right = right
    this.#list = element('ol', { class: 'steps' }, ...steps.map((step) => this.#rowOf(step)))
    this.element.append(this.#list, this.#spoken)
    this.#numberButtons()
  }

  #rowOf({ key, text }: Step): HTMLElement {
    const words = element('span', { class: 'step-text' }, ...text)
    const row = element('li', { 'data-key': key }, words)
    const step = words.textContent
    const button = (way: 'up' | 'down') => {
      const made = name(
        element('button', { type: 'button', class: `move ${way}` }, sign(way)),
        `order.${way}`,
        { step },
      )
      made.addEventListener('click', () => this.#move(row, way))
      return made
    }
    row.append(element('span', { class: 'moves' }, button('up'), button('down')))
    return row
  }

  #move(row: HTMLElement, way: 'up' | 'down'): void {
    const other = way === 'up' ? row.previousElementSibling : row.nextElementSibling
    if (!other || this.isLocked) return
    if (way === 'up') other.before(row)
    else other.after(row)
    this.#numberButtons()
    // A row that is moved in the document loses the focus.
    const own = row.querySelector<HTMLButtonElement>(`.${way}`)!
    if (own.getAttribute('aria-disabled') === 'true') {
      row.querySelector<HTMLButtonElement>(way === 'up' ? '.down' : '.up')?.focus()
    } else own.focus()
    const rows = [...this.#list.children]
    this.#spoken.textContent = phrase('order.at', {
      step: row.querySelector('.step-text')?.textContent ?? '',
      number: rows.indexOf(row) + 1,
      count: rows.length,
    })
    this.onChange()
  }

  /** The first cannot go up, nor the last down; the buttons stay, so that the focus does. */
  #numberButtons(): void {
    const rows = all(this.#list, 'li')
    for (const [index, row] of rows.entries()) {
      const ends = { up: index === 0, down: index === rows.length - 1 }
      for (const way of ['up', 'down'] as const) {
        row.querySelector(`.${way}`)?.setAttribute('aria-disabled', String(ends[way]))
      }
    }
  }

  get response(): string | undefined {
    return all(this.#list, 'li')
      .map((row) => row.dataset.key)
      .join('')
  }

  set response(response: string | undefined) {
    for (const key of response ?? '') {
      const row = this.#list.querySelector(`[data-key="${key}"]`)
      if (row) this.#list.append(row)
    }
    this.#numberButtons()
  }

  protected lock(isLocked: boolean): void {
    for (const button of all(this.element, 'button')) {
      ;(button as HTMLButtonElement).hidden = isLocked
    }
  }

  mark(everything: boolean): void {
    this.unmark()
    if (everything) this.response = this.#right
    for (const [index, row] of all(this.#list, 'li').entries()) {
      mark(row, row.dataset.key === this.#right[index])
    }
  }

  focus(): void {
    this.#list.querySelector<HTMLElement>('button:not([aria-disabled="true"])')?.focus()
  }
}
