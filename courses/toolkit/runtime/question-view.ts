import { all, element, focusOn, sign } from './dom.ts'
import { formOf, type Question, type QuestionForm } from './question.ts'
import { isRight } from './response.ts'
import type { Session } from './session.ts'
import { say } from './speech.ts'

/** A question on a page of a lesson: answered, explained, tried again. The first answer is what counts. */
export class QuestionView {
  readonly element: HTMLFormElement
  readonly #question: Question
  readonly #session: Session
  readonly #form: QuestionForm
  readonly #verdict = element('div', { class: 'verdict', tabindex: '-1' })
  readonly #actions = element('p', { class: 'actions' })
  #shownAt = Date.now()

  constructor(question: Question, session: Session) {
    this.#question = question
    this.#session = session
    this.#form = formOf(question, 0)
    this.element = element(
      'form',
      { class: 'block question', id: `question-${question.id}`, novalidate: true },
      say(element('p', { class: 'block-kind' }), 'question'),
      this.#form.fieldset,
      this.#verdict,
      this.#actions,
    )
    this.element.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#answer()
    })
    this.#begin()
  }

  /** The page with the question is on the screen. */
  shown(): void {
    this.#shownAt = Date.now()
  }

  #begin(): void {
    const answered = this.#session.state.answers[this.#question.id]
    if (!answered) return this.#offerToAnswer()
    this.#form.field.response = answered.latest
    this.#explain(answered.latest, false)
  }

  #offerToAnswer(): void {
    this.#verdict.hidden = true
    this.#form.field.isLocked = false
    const button = element('button', { type: 'submit', class: 'main' })
    this.#actions.replaceChildren(say(button, 'question.answer'))
  }

  #answer(): void {
    const { field } = this.#form
    const { response } = field
    if (response === undefined) return this.#askForMore()
    const { answers } = this.#session.state
    const { id } = this.#question
    const right = isRight(this.#question, response)
    const first = answers[id]?.first ?? right
    this.#session.record({
      question: this.#question,
      text: this.#question.text,
      response,
      at: new Date(),
      seconds: (Date.now() - this.#shownAt) / 1000,
    })
    this.#shownAt = Date.now()
    this.#session.change({ answers: { ...answers, [id]: { first, latest: response } } })
    this.#explain(response, false)
    focusOn(this.#verdict)
  }

  #askForMore(): void {
    const { type } = this.#question
    const key = type === 'order' ? 'single' : type
    this.#verdict.className = 'verdict'
    this.#verdict.hidden = false
    this.#verdict.replaceChildren(say(element('p', {}), `question.incomplete.${key}`))
    focusOn(this.#verdict)
  }

  /** @param isRevealed the learner has asked for the right answer */
  #explain(response: string, isRevealed: boolean): void {
    const right = isRight(this.#question, response)
    const isOver = right || isRevealed
    this.#form.field.isLocked = true
    this.#form.field.mark(isOver)
    this.#verdict.hidden = false
    const look = right ? 'is-right' : this.#isHalfway(response) ? 'is-halfway' : 'is-wrong'
    this.#verdict.className = `verdict ${right || !isRevealed ? look : ''}`
    this.#verdict.replaceChildren(
      this.#wordOf(response, right, isRevealed),
      ...this.#feedback(response, right, isOver),
    )
    this.#actions.replaceChildren(...(isOver ? [] : [this.#againButton(), this.#revealButton()]))
  }

  #wordOf(response: string, right: boolean, isRevealed: boolean): HTMLElement {
    const word = element('strong', {})
    if (isRevealed && !right) return element('p', { class: 'word' }, say(word, 'question.revealed'))
    const isHalfway = !right && this.#isHalfway(response)
    say(word, right ? 'question.right' : isHalfway ? 'question.halfway' : 'question.wrong')
    const drawing = right ? 'right' : isHalfway ? 'partly' : 'wrong'
    const line = element('p', { class: 'word' }, sign(drawing), word)
    const { type, right: pattern } = this.#question
    if (!right && (type === 'order' || type === 'match')) {
      const hits = [...response].filter((key, index) => key === pattern[index]).length
      const values = { right: hits, of: pattern.length }
      line.append(say(element('span', {}), 'question.partly', values))
    }
    return line
  }

  /** Nothing was wrong in the answer, but something is missing. It counts as wrong, and need not be called so. */
  #isHalfway(response: string): boolean {
    const { type, right: pattern } = this.#question
    return type === 'multiple' && [...response].every((key) => pattern.includes(key))
  }

  #feedback(response: string, right: boolean, isOver: boolean): Node[] {
    const { source, type, right: pattern } = this.#question
    const whole = all(source, '.whole > *').map((part) => part.cloneNode(true))
    if (type === 'order' || type === 'match') return whole
    const said = this.#answerFeedback((key) => response.includes(key), type === 'multiple')
    const isMissing = !right && [...pattern].some((key) => !response.includes(key))
    const missing =
      type === 'multiple' && isMissing && !isOver ? [say(element('p', {}), 'question.missing')] : []
    return [...said, ...missing, ...(isOver ? [...whole, ...this.#othersFeedback(response)] : [])]
  }

  /** @param isNamed whether each answer stands before its feedback */
  #answerFeedback(isWanted: (key: string) => boolean, isNamed: boolean): Node[] {
    // In the order in which they stand on the screen.
    const items = all(this.#question.source, '.answers > li')
    return (all(this.#form.fieldset, 'input') as HTMLInputElement[])
      .flatMap(({ value }) => items.filter(({ dataset }) => dataset.key === value))
      .filter((item) => isWanted(item.dataset.key ?? ''))
      .flatMap((item) => {
        const feedback = all(item, '.feedback > *').map((part) => part.cloneNode(true))
        if (!isNamed) return feedback
        const answer = item.querySelector('.answer')?.textContent ?? ''
        return [element('p', { class: 'about' }, answer), ...feedback]
      })
  }

  #othersFeedback(response: string): Node[] {
    const others = this.#answerFeedback((key) => !response.includes(key), true)
    if (others.length === 0) return []
    const summary = say(element('summary', {}), 'question.others')
    return [element('details', {}, summary, ...others)]
  }

  #againButton(): HTMLButtonElement {
    const button = element('button', { type: 'button' }, sign('again'))
    button.append(say(element('span', {}), 'question.again'))
    button.addEventListener('click', () => {
      this.#form.field.unmark()
      this.#offerToAnswer()
      this.#form.field.focus()
    })
    return button
  }

  #revealButton(): HTMLButtonElement {
    const button = say(element('button', { type: 'button', class: 'quiet' }), 'question.reveal')
    button.addEventListener('click', () => {
      this.#explain(this.#session.state.answers[this.#question.id]?.latest ?? '', true)
      focusOn(this.#verdict)
    })
    return button
  }
}
