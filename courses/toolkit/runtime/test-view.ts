import { chanceOf } from './chance.ts'
import { element, focusOn, sign } from './dom.ts'
import { drawQuestions } from './draw.ts'
import type { ModuleDocument } from './module-document.ts'
import type { TestUnderWay } from './module-state.ts'
import { outcomeOf, resultOf } from './outcome.ts'
import { formOf, type Question, type QuestionForm } from './question.ts'
import type { Session } from './session.ts'
import { say } from './speech.ts'
import { introductionOf, resultOfTest } from './test-pages.ts'
import type { TextKey, Values } from './texts.ts'

/** A test: how it works, its questions one at a time, an overview before it is handed in, and the result. */
export class TestView {
  readonly element = element('section', { class: 'page test' })
  /** Called when what is on the screen has changed: the number of the question, or none. */
  moved: (question: number | undefined) => void = () => undefined
  readonly #module: ModuleDocument
  readonly #session: Session
  readonly #heading = say(element('h2', { tabindex: '-1' }), 'test')
  readonly #stage = element('div', { class: 'stage' })
  #shownAt = Date.now()
  /** Whether the learner has asked for what is drawn; then the focus goes there. */
  #isByHand = true

  constructor(module: ModuleDocument, session: Session) {
    this.#module = module
    this.#session = session
    this.element.append(this.#heading, this.#stage)
  }

  get #test(): TestUnderWay | undefined {
    return this.#session.state.test
  }

  /** What the test begins with: its rules, or the result of the latest one. */
  draw(): void {
    const { handedIn } = this.#session.state
    this.#isByHand = false
    if (this.#test || !handedIn) this.#drawRules()
    else this.#drawResult()
    this.#isByHand = true
  }

  #drawRules(): void {
    const isUnderWay = this.#test !== undefined
    const start = this.#button(isUnderWay ? 'test.resume' : 'test.start', 'main', () => {
      if (!this.#test) this.#begin()
      const { drawn, answers } = this.#test!
      const open = drawn.findIndex((id) => answers[id] === undefined)
      if (open < 0) this.#drawOverview()
      else this.#drawQuestion(open)
    })
    say(this.#heading, this.#module.pages.length > 0 ? 'test.ready' : 'test.about')
    this.#show(
      undefined,
      ...introductionOf(this.#module),
      element('p', { class: 'actions' }, start),
    )
  }

  #begin(): void {
    const [seed] = crypto.getRandomValues(new Uint32Array(1))
    const drawn = drawQuestions(this.#module.questions, this.#module.drawn, chanceOf(seed!))
    this.#session.change({ test: { seed: seed!, drawn, answers: {}, seconds: {} } })
  }

  #drawQuestion(index: number): void {
    const test = this.#test!
    const question = this.#questionAt(index)
    if (!question) return this.#drawOverview()
    const form = formOf(question, test.seed)
    form.field.response = test.answers[question.id] ?? form.field.response
    const isLast = index === test.drawn.length - 1
    const keep = () => this.#keep(question, form)
    form.field.onChange = keep
    const go = (to: () => void) => () => {
      keep()
      to()
    }
    const previous = this.#button(
      'test.previous',
      '',
      go(() => this.#drawQuestion(index - 1)),
    )
    previous.hidden = index === 0
    const overview = go(() => this.#drawOverview())
    const next = isLast
      ? this.#button('test.overview', 'main', overview)
      : this.#button(
          'test.next',
          'main',
          go(() => this.#drawQuestion(index + 1)),
        )
    const values = { number: index + 1, count: test.drawn.length }
    say(this.#heading, 'test.where', values)
    const block = element('div', { class: 'block question' }, form.fieldset)
    const actions = element('p', { class: 'actions ends' }, previous, next)
    this.#show(index, block, actions)
    this.#shownAt = Date.now()
  }

  #questionAt(index: number): Question | undefined {
    return this.#module.questions.find(({ id }) => id === this.#test?.drawn[index])
  }

  #keep({ id }: Question, { field }: QuestionForm): void {
    const test = this.#test
    if (!test) return
    const looked = (Date.now() - this.#shownAt) / 1000
    this.#shownAt = Date.now()
    const { response } = field
    this.#session.change({
      test: {
        ...test,
        answers: response === undefined ? test.answers : { ...test.answers, [id]: response },
        seconds: { ...test.seconds, [id]: Math.round((test.seconds[id] ?? 0) + looked) },
      },
    })
  }

  #drawOverview(): void {
    const test = this.#test!
    const open = test.drawn.flatMap((id, index) => (test.answers[id] === undefined ? [index] : []))
    say(this.#heading, 'test.overview.title')
    const message = say(
      element('p', {}),
      open.length > 0 ? 'test.overview.left' : 'test.overview.all',
    )
    const all = test.drawn.map((_, index) => index)
    const change = say(element('summary', {}), 'test.overview.change')
    const handIn = this.#button('test.hand-in', 'main', () => this.#handIn())
    this.#show(
      undefined,
      message,
      open.length > 0 ? this.#linksTo(open) : element('p', { class: 'actions' }, handIn),
      element('details', {}, change, this.#linksTo(all)),
    )
  }

  #linksTo(indexes: number[]): HTMLElement {
    const items = indexes.map((index) => {
      const text = `${index + 1}. ${this.#questionAt(index)?.text ?? ''}`
      const link = element('button', { type: 'button', class: 'link' }, text)
      link.addEventListener('click', () => this.#drawQuestion(index))
      return element('li', {}, link)
    })
    return element('ul', { class: 'plain' }, ...items)
  }

  #handIn(): void {
    const { test, passed } = this.#session.state
    if (!test) return
    for (const id of test.drawn) {
      const question = this.#module.questions.find((one) => one.id === id)
      if (!question) continue
      this.#session.record({
        question,
        text: question.text,
        response: test.answers[id] ?? '',
        at: new Date(),
        seconds: test.seconds[id] ?? 0,
      })
    }
    const { seed, drawn, answers } = test
    const handedIn = { seed, drawn, answers }
    const result = resultOf(this.#session.shape, handedIn)
    // Who has passed stays passed, with the best of the results that did it.
    const best = result.isPassed ? Math.max(result.percent, passed ?? 0) : passed
    this.#session.change({ test: undefined, handedIn, passed: best })
    this.#drawResult()
  }

  #drawResult(): void {
    const { state, shape } = this.#session
    const again = this.#button('test.new', '', () => {
      this.#begin()
      this.#drawQuestion(0)
    })
    const { success } = outcomeOf(shape, state)
    say(this.#heading, 'test.your-result')
    this.#show(
      undefined,
      ...resultOfTest(this.#module, state.handedIn!, success === 'passed'),
      element('p', { class: 'actions' }, again),
    )
  }

  #show(question: number | undefined, ...parts: HTMLElement[]): void {
    this.#stage.replaceChildren(...parts)
    this.moved(question)
    if (!this.#isByHand) return
    window.scrollTo(0, 0)
    focusOn(this.#heading)
  }

  #button(title: TextKey, kind: string, action: () => void, values?: Values): HTMLButtonElement {
    const button = element('button', { type: 'button', class: kind || false })
    button.append(say(element('span', {}), title, values))
    if (title === 'test.next' || title === 'test.start') button.append(sign('next'))
    button.addEventListener('click', action)
    return button
  }
}
