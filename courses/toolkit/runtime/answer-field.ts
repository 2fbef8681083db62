import { element } from './dom.ts'
import { unmark } from './marks.ts'

/** How a learner answers one question: radio buttons, boxes, steps to move, or lists to choose from. */
export abstract class AnswerField {
  readonly element: HTMLElement
  /** Called whenever the learner changes the answer. */
  onChange = () => undefined as void

  /** @param look the class of its element */
  constructor(look: string) {
    this.element = element('div', { class: look })
    this.element.addEventListener('change', () => this.onChange())
  }

  /** The answer; undefined as long as there is none, or only a part of one. */
  abstract get response(): string | undefined
  abstract set response(response: string | undefined)

  /** Whether the learner can change it. */
  get isLocked(): boolean {
    return this.element.classList.contains('locked')
  }

  set isLocked(isLocked: boolean) {
    this.element.classList.toggle('locked', isLocked)
    this.lock(isLocked)
  }

  /** Takes the learner's means of changing it away, or gives them back. */
  protected abstract lock(isLocked: boolean): void

  /** Shows what was right; with `everything`, what would have been right as well. */
  abstract mark(everything: boolean): void

  /** Takes the marks away. */
  unmark(): void {
    unmark(this.element)
  }

  abstract focus(): void
}
