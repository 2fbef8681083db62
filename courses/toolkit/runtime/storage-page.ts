import type { DeviceStore } from './device-store.ts'
import { element } from './dom.ts'
import type { ReflectionNotes } from './reflection-view.ts'
import type { Session } from './session.ts'
import { say } from './speech.ts'
import type { TextKey } from './texts.ts'
import { openModeNote } from './whereabouts.ts'

/** What the module keeps in the browser: what it is, for how long, and by what name. */
export class StoragePage {
  readonly element: HTMLElement
  readonly #session: Session
  readonly #notes: ReflectionNotes
  readonly #choice = element('div', {})
  readonly #rows = element('ul', { class: 'kept' })
  readonly #told = element('p', { role: 'status' })

  constructor(session: Session, notes: ReflectionNotes) {
    this.#session = session
    this.#notes = notes
    const remove = say(element('button', { type: 'button' }), 'storage.remove')
    remove.addEventListener('click', () => this.#remove())
    this.element = element(
      'section',
      { class: 'page' },
      say(element('h2', { tabindex: '-1' }), 'storage'),
      say(element('p', {}), 'storage.intro'),
      this.#choice,
      this.#rows,
      say(element('p', {}), 'storage.exit'),
      element('p', { class: 'actions' }, remove),
      this.#told,
    )
  }

  draw(): void {
    const { progress, notes, system } = this.#session
    this.#told.textContent = ''
    this.#choice.replaceChildren(
      system
        ? say(element('p', {}), 'storage.progress.system')
        : openModeNote(this.#session, () => this.draw()),
    )
    this.#rows.replaceChildren(
      ...(system ? [] : [rowOf(progress, 'storage.progress')]),
      rowOf(notes, 'storage.notes'),
    )
  }

  #remove(): void {
    this.#notes.clear()
    this.#session.progress.clear()
    // In open mode all that the page remembers is what was stored.
    if (!this.#session.system) return window.location.reload()
    this.draw()
    say(this.#told, 'storage.removed')
  }
}

function rowOf(store: DeviceStore, what: TextKey): HTMLElement {
  const life = element('p', {})
  const isEmpty = store.text === ''
  say(life, isEmpty ? 'storage.empty' : store.isKept ? 'storage.device' : 'storage.tab')
  const key = element('p', { class: 'muted' }, say(element('span', {}), 'storage.name'), ' ')
  key.append(element('code', {}, store.key))
  return element('li', {}, say(element('strong', {}), what), life, key)
}
