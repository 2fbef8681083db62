import { element, sign, type Sign } from './dom.ts'
import { name, say } from './speech.ts'
import type { TextKey } from './texts.ts'

/** The strip above the pages: the way out first, then what opens below it. */
export class Bar {
  readonly element: HTMLElement
  readonly #openers = element('div', { class: 'openers' })
  readonly #panels: { button: HTMLButtonElement; panel: HTMLElement }[] = []

  constructor(exit: HTMLElement) {
    const keys = say(element('span', { class: 'exit-keys' }), 'leave.keys')
    this.element = name(
      element('div', { class: 'bar unprinted', role: 'region' }, exit, keys, this.#openers),
      'bar',
    )
    // Before the three presses that leave: one closes what is open.
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close(true)
    })
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.close(false)
    })
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.close(false)
    })
  }

  /** A button, and what it opens. */
  add(title: TextKey, drawing: Sign, panel: HTMLElement): void {
    const id = `panel-${title}`
    const words = say(element('span', {}), title)
    const button = element(
      'button',
      { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-controls': id },
      sign(drawing),
      words,
    )
    panel.id = id
    panel.classList.add('panel')
    panel.hidden = true
    button.addEventListener('click', () => {
      const opens = panel.hidden
      this.close(false)
      panel.hidden = !opens
      button.setAttribute('aria-expanded', String(opens))
    })
    this.#panels.push({ button, panel })
    this.#openers.append(button, panel)
  }

  close(returnsFocus: boolean): void {
    for (const { button, panel } of this.#panels) {
      if (panel.hidden) continue
      panel.hidden = true
      button.setAttribute('aria-expanded', 'false')
      if (returnsFocus) button.focus()
    }
  }
}
