import { element } from './dom.ts'
import type { DeviceStore } from './device-store.ts'
import { say } from './speech.ts'

type Notes = Record<string, string>

/** What the learner has written in the module, by reflection. It never leaves the browser. */
export class ReflectionNotes {
  readonly #store: DeviceStore
  #notes: Notes
  /** Called when the learner has decided how long the notes are kept, or has removed them: all of them at once. */
  readonly changed: (() => void)[] = []

  constructor(store: DeviceStore) {
    this.#store = store
    this.#notes = notesIn(store.text)
  }

  get isKept(): boolean {
    return this.#store.isKept
  }

  get(id: string): string {
    return this.#notes[id] ?? ''
  }

  set(id: string, text: string): void {
    const { [id]: _, ...others } = this.#notes
    this.#notes = text ? { ...others, [id]: text } : others
    this.#save()
  }

  keep(isKept: boolean): void {
    this.#save()
    this.#store.keep(isKept)
    for (const tell of this.changed) tell()
  }

  clear(): void {
    this.#notes = {}
    this.#store.clear()
    for (const tell of this.changed) tell()
  }

  #save(): void {
    // Nothing written leaves nothing behind, unless the learner has asked for it to be kept.
    if (Object.keys(this.#notes).length === 0 && !this.isKept) this.#store.clear()
    else this.#store.text = JSON.stringify(this.#notes)
  }
}

function notesIn(text: string): Notes {
  try {
    const notes: unknown = JSON.parse(text)
    if (typeof notes !== 'object' || notes === null) return {}
    return Object.fromEntries(
      Object.entries(notes).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    )
  } catch {
    return {}
  }
}

/** Gives a reflection of the document a place to write in. */
export function serveReflection(source: HTMLElement, notes: ReflectionNotes): void {
  const id = source.dataset.reflection ?? ''
  const field = `reflection-${id}`
  const area = element('textarea', { id: field, rows: '5', 'aria-describedby': `${field}-rule` })
  area.addEventListener('input', () => notes.set(id, area.value))
  const life = element('span', {})
  const box = element('input', { type: 'checkbox' })
  const shown = () => {
    area.value = notes.get(id)
    box.checked = notes.isKept
    say(life, notes.isKept ? 'reflection.kept' : 'reflection.life')
  }
  box.addEventListener('change', () => notes.keep(box.checked))
  notes.changed.push(shown)
  shown()
  const rule = element('p', { class: 'muted', id: `${field}-rule` })
  rule.append(say(element('span', {}), 'reflection.rule'), ' ', life)
  source.querySelector('.without-script')?.remove()
  source.append(
    say(element('label', { for: field, class: 'field' }), 'reflection.yours'),
    area,
    rule,
    element('label', { class: 'check' }, box, say(element('span', {}), 'reflection.keep')),
  )
}
