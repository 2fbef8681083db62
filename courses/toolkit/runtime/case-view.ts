import { all, element, focusOn, sign, type Sign } from './dom.ts'
import { keyAt } from './response.ts'
import { copyOf } from './question.ts'
import type { Session } from './session.ts'
import { say } from './speech.ts'
import type { TextKey } from './texts.ts'

interface Choice {
  key: string
  text: Node[]
  judgement: string
  consequence: Node[]
  /** The scene it leads to. */
  to: string | undefined
}

interface Scene {
  id: string
  text: Node[]
  choices: Choice[]
}

interface Step {
  scene: Scene
  choice: Choice
}

const signOf: Record<string, Sign> = { good: 'right', partly: 'partly', risky: 'wrong' }

/** A story with decision points, one scene at a time. The choices made are kept and can be made anew. */
export class CaseView {
  readonly element: HTMLElement
  readonly #id: string
  readonly #scenes: Scene[]
  readonly #session: Session
  readonly #stage = element('div', { class: 'stage' })
  readonly #trail = element('div', { class: 'trail' })

  /** @param source the case as the builder wrote it (builder/case-html.ts) */
  constructor(source: HTMLElement, session: Session) {
    this.#id = source.dataset.case ?? ''
    this.#session = session
    this.#scenes = all(source, '.scene').map(sceneOf)
    this.element = element(
      'section',
      { class: 'block case' },
      say(element('p', { class: 'block-kind' }), 'case'),
      element('h3', {}, ...copyOf(source, '.title')),
      this.#trail,
      this.#stage,
    )
    this.#draw(false)
  }

  get #path(): string {
    return this.#session.state.paths[this.#id] ?? ''
  }

  #walk(path: string, byHand = true): void {
    const { paths } = this.#session.state
    this.#session.change({ paths: { ...paths, [this.#id]: path } })
    this.#draw(byHand)
  }

  /** The choices of the path, as far as the story still has them. */
  #steps(): Step[] {
    const steps: Step[] = []
    let scene = this.#scenes[0]
    for (const key of this.#path) {
      const choice = scene?.choices.find((one) => one.key === key)
      if (!scene || !choice) break
      steps.push({ scene, choice })
      scene = this.#scenes.find(({ id }) => id === choice.to)
    }
    return steps
  }

  #draw(byHand: boolean): void {
    const steps = this.#steps()
    const last = steps.at(-1)
    // A "+" after the choices: the learner has gone on from the last consequence.
    const hasGoneOn = this.#path.endsWith('+')
    const following = this.#scenes.find(({ id }) => id === last?.choice.to)
    const isAtConsequence = last !== undefined && !hasGoneOn
    const scene = last === undefined ? this.#scenes[0] : following
    this.#drawTrail(isAtConsequence ? steps.slice(0, -1) : steps)
    if (isAtConsequence) this.#drawConsequence(last, following)
    else if (scene) this.#drawScene(scene, steps.length)
    if (byHand) focusOn(this.#stage)
  }

  #drawTrail(steps: Step[]): void {
    this.#trail.hidden = steps.length === 0
    const items = steps.map(({ choice }, index) => {
      const back = say(element('button', { type: 'button', class: 'quiet small' }), 'case.back')
      back.addEventListener('click', () => this.#walk(this.#upTo(index)))
      return element('li', {}, ...copies(choice.text), ' ', judgementOf(choice), ' ', back)
    })
    const summary = say(element('summary', {}), 'case.path')
    this.#trail.replaceChildren(element('details', {}, summary, element('ol', {}, ...items)))
  }

  /** The path as it was before the choice at an index, with the learner at that choice. */
  #upTo(index: number): string {
    const keys = this.#path.replaceAll('+', '').slice(0, index)
    return keys && `${keys}+`
  }

  #drawScene({ text, choices }: Scene, stepsBefore: number): void {
    const buttons = choices.map((choice) => {
      const button = element('button', { type: 'button', class: 'choice' }, sign('next'))
      button.append(element('span', {}, ...copies(choice.text)))
      button.addEventListener('click', () =>
        this.#walk(`${this.#path.replaceAll('+', '')}${choice.key}`),
      )
      return element('li', {}, button)
    })
    const ask = say(element('p', { class: 'ask' }), 'case.choose')
    this.#stage.replaceChildren(
      ...copies(text),
      ...(buttons.length > 0
        ? [ask, element('ul', { class: 'choices' }, ...buttons)]
        : [say(element('p', { class: 'muted' }), 'case.end'), this.#ways(stepsBefore)]),
    )
  }

  #drawConsequence({ choice }: Step, following: Scene | undefined): void {
    const keys = this.#path
    const chosen = element('p', { class: 'chosen' }, say(element('span', {}), 'case.chosen'), ' ')
    chosen.append(...copies(choice.text))
    const actions = element('p', { class: 'actions' })
    if (following) {
      const on = say(element('button', { type: 'button', class: 'main' }), 'case.on')
      on.addEventListener('click', () => this.#walk(`${keys}+`))
      actions.append(on)
    }
    const again = element('button', { type: 'button' }, sign('again'))
    again.append(say(element('span', {}), 'case.back'))
    again.addEventListener('click', () => this.#walk(this.#upTo(keys.length - 1)))
    actions.append(again)
    const box = element('div', { class: `consequence ${choice.judgement}` }, judgementOf(choice))
    box.append(...copies(choice.consequence))
    this.#stage.replaceChildren(chosen, box, actions)
  }

  /** Back from where a branch ends. */
  #ways(steps: number): HTMLElement {
    const again = element('button', { type: 'button' }, sign('again'))
    again.append(say(element('span', {}), 'case.back'))
    again.addEventListener('click', () => this.#walk(this.#upTo(steps - 1)))
    const restart = say(element('button', { type: 'button', class: 'quiet' }), 'case.restart')
    restart.addEventListener('click', () => this.#walk(''))
    return element('p', { class: 'actions' }, again, restart)
  }
}

function sceneOf(source: HTMLElement): Scene {
  return {
    id: source.dataset.scene ?? '',
    text: copyOf(source, '.scene-text'),
    choices: all(source, '.choices > li').map((item, index) => ({
      key: keyAt(index),
      text: copyOf(item, '.choice-text'),
      judgement: item.dataset.judgement ?? '',
      consequence: copyOf(item, '.consequence'),
      to: item.dataset.to,
    })),
  }
}

const copies = (nodes: readonly Node[]) => nodes.map((node) => node.cloneNode(true))

function judgementOf({ judgement }: Choice): HTMLElement {
  const word = say(element('span', {}), `case.${judgement}` as TextKey)
  return element(
    'span',
    { class: `judgement ${judgement}` },
    sign(signOf[judgement] ?? 'partly'),
    word,
  )
}
