import { element, focusOn, sign } from './dom.ts'
import { name, say } from './speech.ts'
import type { TextKey } from './texts.ts'

/** A part of the document that is shown alone. */
export interface Place {
  /** Of a page its slug; what the runtime adds begins with "+". */
  name: string
  section: HTMLElement
  kind: 'page' | 'end' | 'appendix'
  /** What contents call it, where its heading changes with what it shows. */
  title?: TextKey
  /** What the button says that leads on to it. */
  invites: TextKey
  /** Called when it comes on the screen. */
  shown?: () => void
}

/** Shows one place of the document at a time, and leads to the next and back. */
export class Pager {
  readonly places: readonly Place[]
  readonly element: HTMLElement
  /** Called when another place is on the screen; `byHand` when the learner has asked for it. */
  moved: (place: Place, byHand: boolean) => void = () => undefined
  readonly #road: readonly Place[]
  readonly #back = element('button', { type: 'button' }, sign('back'))
  readonly #next = element('button', { type: 'button', class: 'main' })
  #current: Place
  /** The place on the road that an appendix leads back to. */
  #onRoad: Place

  constructor(places: readonly Place[]) {
    this.places = places
    this.#road = places.filter(({ kind }) => kind !== 'appendix')
    this.#current = this.#road[0]!
    this.#onRoad = this.#current
    this.#back.append(say(element('span', {}), 'back'))
    this.element = name(
      element('nav', { class: 'pager unprinted' }, this.#back, this.#next),
      'pager',
    )
    this.#back.addEventListener('click', () => this.#step(-1))
    this.#next.addEventListener('click', () => this.#step(1))
  }

  get current(): Place {
    return this.#current
  }

  /** @param wanted a place's name; one that there is not means the first */
  show(wanted: string, byHand = true): void {
    const place = this.places.find((one) => one.name === wanted) ?? this.#road[0]!
    this.#current = place
    if (place.kind !== 'appendix') this.#onRoad = place
    for (const { section } of this.places) section.hidden = section !== place.section
    this.#invite()
    this.moved(place, byHand)
    place.shown?.()
    if (!byHand) return
    window.scrollTo(0, 0)
    const heading = place.section.querySelector<HTMLElement>('h2')
    if (heading) focusOn(heading)
  }

  #step(by: 1 | -1): void {
    if (this.#current.kind === 'appendix') return this.show(this.#onRoad.name)
    const at = this.#road.indexOf(this.#current)
    this.show(this.#road[at + by]?.name ?? this.#current.name)
  }

  #invite(): void {
    const isAside = this.#current.kind === 'appendix'
    const at = this.#road.indexOf(this.#current)
    const next = this.#road[at + 1]
    this.#back.hidden = isAside || at === 0
    this.#next.hidden = !isAside && !next
    const words = say(element('span', {}), isAside ? 'to-pages' : (next?.invites ?? 'next'))
    this.#next.replaceChildren(...(isAside ? [sign('back'), words] : [words, sign('next')]))
    this.rest(false)
  }

  /** Its buttons go while the place on the screen leads by its own. */
  rest(isResting: boolean): void {
    this.element.hidden = isResting || (this.#back.hidden && this.#next.hidden)
  }
}
