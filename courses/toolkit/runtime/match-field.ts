import { AnswerField } from './answer-field.ts'
import { all, element } from './dom.ts'
import { mark } from './marks.ts'
import { say } from './speech.ts'

export interface Left {
  text: Node[]
}

/** What can be chosen; two lefts may have the same right. */
export interface Right {
  key: string
  text: string
}

/** A list on a phone shows so many letters of what is chosen in it. */
const mostLetters = 26

/** `match`: a list to choose from beside each left. */
export class MatchField extends AnswerField {
  readonly #selects: HTMLSelectElement[]
  /** What is chosen, in full: below its list where that cuts it off, and in its place once it is locked. */
  readonly #picked: HTMLElement[]
  readonly #right: string

  /** @param rights in the order in which they are offered; @param right the key of each left's own */
  constructor(id: string, lefts: readonly Left[], rights: readonly Right[], right: string) {
    super('pairs')
    this.#right = right
    const rows = lefts.map(({ text }, index) => {
      const list = `match-${id}-${index}`
      const options = rights.map(({ key, text }) => element('option', { value: key }, text))
      return element(
        'div',
        { class: 'pair' },
        element('label', { for: list }, ...text),
        element(
          'select',
          { id: list },
          say(element('option', { value: '' }), 'match.choose'),
          ...options,
        ),
        element('p', { class: 'picked' }),
      )
    })
    this.element.append(...rows)
    this.#selects = all(this.element, 'select') as HTMLSelectElement[]
    this.#picked = all(this.element, '.picked')
    this.element.addEventListener('change', () => this.#show())
    this.#show()
  }

  #show(): void {
    for (const [index, select] of this.#selects.entries()) {
      const picked = this.#picked[index]!
      const text = select.value === '' ? '' : (select.selectedOptions[0]?.textContent ?? '')
      picked.textContent = text
      picked.hidden = !this.isLocked && text.length <= mostLetters
      // As long as there is a list, it says what is chosen.
      if (this.isLocked) picked.removeAttribute('aria-hidden')
      else picked.setAttribute('aria-hidden', 'true')
      select.hidden = this.isLocked
    }
  }

  get response(): string | undefined {
    const values = this.#selects.map(({ value }) => value)
    return values.includes('') ? undefined : values.join('')
  }

  set response(response: string | undefined) {
    for (const [index, select] of this.#selects.entries()) select.value = response?.[index] ?? ''
    this.#show()
  }

  protected lock(isLocked: boolean): void {
    for (const select of this.#selects) select.disabled = isLocked
    this.#show()
  }

  mark(everything: boolean): void {
    this.unmark()
    if (everything) this.response = this.#right
    for (const [index, select] of this.#selects.entries()) {
      mark(select.parentElement!, select.value === this.#right[index])
    }
  }

  focus(): void {
    ;(this.#selects.find(({ value }) => value === '') ?? this.#selects[0])?.focus()
  }
}
