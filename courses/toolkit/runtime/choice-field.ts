import { AnswerField } from './answer-field.ts'
import { all, element } from './dom.ts'
import { mark } from './marks.ts'
import { choicesOf } from './response.ts'

/** An answer as the document has it. */
export interface Option {
  key: string
  isRight: boolean
  /** What the learner reads. */
  text: Node[]
}

/** `single`: one of the answers. `multiple`: any of them. */
export class ChoiceField extends AnswerField {
  readonly #inputs: HTMLInputElement[]
  readonly #options: readonly Option[]

  constructor(id: string, isSingle: boolean, options: readonly Option[]) {
    super('options')
    this.#options = options
    const rows = options.map(({ key, text }) =>
      element(
        'label',
        { class: 'option' },
        element('input', {
          type: isSingle ? 'radio' : 'checkbox',
          name: `answer-${id}`,
          value: key,
        }),
        element('span', { class: 'option-text' }, ...text),
      ),
    )
    this.element.append(...rows)
    this.#inputs = all(this.element, 'input') as HTMLInputElement[]
  }

  get response(): string | undefined {
    const chosen = this.#inputs.filter(({ checked }) => checked).map(({ value }) => value)
    return chosen.length > 0 ? choicesOf(chosen) : undefined
  }

  set response(response: string | undefined) {
    for (const input of this.#inputs) input.checked = Boolean(response?.includes(input.value))
  }

  protected lock(isLocked: boolean): void {
    for (const input of this.#inputs) input.disabled = isLocked
  }

  mark(everything: boolean): void {
    this.unmark()
    for (const [index, input] of this.#inputs.entries()) {
      const { isRight } = this.#options[index]!
      if (!input.checked && !(everything && isRight)) continue
      mark(input.parentElement!, isRight)
    }
  }

  focus(): void {
    ;(this.#inputs.find(({ checked }) => checked) ?? this.#inputs[0])?.focus()
  }
}
