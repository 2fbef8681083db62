import type { Frame, Page } from '@playwright/test'
import {
  lastWordsKey,
  type Edition,
  type Said,
  type Steered,
} from '../../packages/steered-package.ts'
import type { Change, Ledger, Order, Wanted } from './ledger.ts'
import { comesTrue, pause } from './poll.ts'
import type { Site } from './site.ts'

/** How long a call into a page may take before it counts as unanswered. */
const longestCall = 12_000

interface Told {
  samsyn: string
  at?: string
}

/** The computer that a page is on. */
interface Home {
  readonly name: string
  readonly site: Site
  readonly ledger: Ledger
  /** Content hosts by registration. */
  readonly hosts: Map<string, string>
  /** Registrations whose content host has no room left in this browser. */
  readonly filled: Set<string>
  closed: (playing: Playing) => void
}

/** One player page and what happens in it, by the test's will. */
export class Playing {
  readonly id: string
  readonly page: Page
  readonly device: Home
  readonly registration: string
  readonly edition: Edition
  #session = 0
  #isEnded = false
  /** What only the memory of a page had that is no more: the page loaded anew does not speak of it. */
  readonly #leftBehind = new Set<Change>()
  /** By the clock that content and the player's frame share. */
  #lastSetAt = 0

  constructor(device: Home, page: Page, registration: string, edition: Edition, id: string) {
    this.device = device
    this.page = page
    this.registration = registration
    this.edition = edition
    this.id = id
  }

  get address(): string {
    return `/play/${this.registration}`
  }

  /** "c-….samsyn.localhost:1234", once the player's frame is there. */
  get host(): string | undefined {
    const frame = this.#frame()
    const host = frame && new URL(frame.url()).host
    if (host) this.device.hosts.set(this.registration, host)
    return host
  }

  /** Whether the browser shows a page of its own, since it could not get ours. */
  get isNowhere(): boolean {
    return this.page.url().startsWith('chrome-error:')
  }

  /** Whether the content is on the screen and has begun, within so many milliseconds. */
  isReady(within: number): Promise<boolean> {
    return comesTrue(within, async () => {
      if (!this.host) return false
      return (await this.#content()?.evaluate(() => 'steered' in window)) ?? false
    })
  }

  /** Content sets changes, all in one go, and commits if that is wanted. */
  async set(
    wanted: Wanted[] = [{}],
    andThen: 'commit' | 'finish' | 'nothing' = 'nothing',
  ): Promise<void> {
    if (this.#isEnded) await this.#beginAgain()
    const planned = wanted.map((each) => this.device.ledger.plan(this.#at, each))
    const said = await this.#call(
      planned.map(({ order }) => order),
      andThen,
    )
    if (!said) return
    this.#lastSetAt = said.at
    for (const [index, { change }] of planned.entries()) {
      change.accepted = said.accepted[index] ?? false
    }
    if (said.last === 'true') this.#acknowledge()
    if (andThen === 'finish' && said.last === 'true') this.#isEnded = true
  }

  /** Sets one change more, commits, and waits until the learner is told that all is saved. */
  async waitSaved(within: number): Promise<boolean> {
    await this.set([{}], 'commit')
    return this.saved(within)
  }

  /** Whether the learner is told within so many milliseconds that everything so far is saved. */
  async saved(within: number): Promise<boolean> {
    const changes = this.device.ledger
      .of({ playing: this.id })
      .filter((change) => !this.#leftBehind.has(change))
    if (changes.every(({ seen }) => seen)) return true
    const isSaved = await comesTrue(within, async () =>
      (await this.told()).some(
        ({ samsyn, at = '' }) => samsyn === 'saved' && Date.parse(at) >= this.#lastSetAt,
      ),
    )
    if (isSaved) for (const change of changes) change.seen ||= change.accepted === true
    return isSaved
  }

  /** Content sets and commits in every turn, so many times a second, for so many seconds. */
  async storm(perSecond: number, seconds: number): Promise<void> {
    const planned = Array.from({ length: perSecond * seconds }, () =>
      this.device.ledger.plan(this.#at),
    )
    const sets = planned.map(({ order }) => elementsOf(order, this.edition))
    const storm = this.#content()?.evaluate(
      async ({ sets, everyMs }) => {
        const { steered } = window as unknown as { steered: Steered }
        const begun = performance.now()
        const said: boolean[] = []
        // In the window above, since content may be taken away in the middle.
        Object.assign(window.parent, { saidInStorm: said })
        for (const [turn, elements] of sets.entries()) {
          while (performance.now() < begun + turn * everyMs) {
            await new Promise((resolve) => window.setTimeout(resolve, 1))
          }
          const index = steered.get('cmi.interactions._count')
          const taken = elements.map(([name, value]) =>
            steered.set(name.replace('#', index), value),
          )
          said.push(taken[0] === 'true' && steered.commit() === 'true')
        }
      },
      { sets, everyMs: 1000 / perSecond },
    )
    await storm?.catch(() => undefined)
    const answers = await this.#within(
      this.#frame()?.evaluate(() => (window as unknown as { saidInStorm: boolean[] }).saidInStorm),
    )
    for (const [index, { change }] of planned.entries()) {
      change.accepted = change.acknowledged = answers?.[index] ?? false
    }
  }

  /** What content is to do in its last moment. */
  async planLastWords(finish: boolean, wanted: Wanted = {}): Promise<Change> {
    const { change, order } = this.device.ledger.plan(this.#at, wanted)
    const elements = elementsOf(order, this.edition)
    await this.#within(
      this.#content()?.evaluate(
        ({ elements, finish }) => {
          const { steered } = window as unknown as { steered: Steered }
          const index = steered.get('cmi.interactions._count')
          const named = elements.map(([name, value]): [string, string] => [
            name.replace('#', index),
            value,
          ])
          steered.onLeave = { elements: named, finish }
        },
        { elements, finish },
      ),
    )
    return change
  }

  /** Everything that the content host keeps in this browser. */
  async storage(): Promise<string> {
    return (
      (await this.#within(this.#frame()?.evaluate(() => JSON.stringify({ ...localStorage })))) ?? ''
    )
  }

  /** Notes what this device holds for the attempt, as a fault is about to come. */
  async noteStorage(): Promise<void> {
    const { ledger, name } = this.device
    ledger.noteStored({ registration: this.registration, device: name }, await this.storage())
  }

  /** Runs in the content's window; undefined when it failed there, or there is none. */
  async inFrame<Result>(work: () => Result): Promise<Result | undefined> {
    return this.#within(this.#content()?.evaluate(work))
  }

  /** What the player's frame has told the page around it. */
  async told(): Promise<Told[]> {
    return this.page.evaluate(
      () => (window as unknown as { toldByFrame?: Told[] }).toldByFrame ?? [],
    )
  }

  /** Content asks for its session to be saved, as it would with nothing to say. */
  async commit(): Promise<void> {
    await this.inFrame(() => (window as unknown as { steered: Steered }).steered.commit())
  }

  /**
   * Loads the page anew, or leaves it: what content does from there is another session. Where the browser
   * keeps nothing, what has not been told as saved by then ends with the page.
   */
  async loadAnew(load: () => Promise<unknown>): Promise<void> {
    await this.noteStorage()
    const isKept = await this.#canStore()
    await load()
    for (const change of this.device.ledger.of({ playing: this.id })) {
      if (!isKept && !change.stored) this.#leftBehind.add(change)
    }
    this.#session++
    this.#isEnded = false
  }

  async close(): Promise<void> {
    await this.noteStorage()
    await this.#within(this.page.close())
    this.device.closed(this)
  }

  /** What was promised by nothing but this page's memory is nobody's any more. */
  forget(why: string): void {
    const { ledger, name: device } = this.device
    for (const change of ledger.of({ registration: this.registration, device })) {
      if (!change.seen) change.gone ??= why
    }
  }

  async #canStore(): Promise<boolean> {
    const can = await this.#within(
      this.#frame()?.evaluate(() => {
        try {
          localStorage.setItem('room', '1')
          localStorage.removeItem('room')
          return true
        } catch {
          return false
        }
      }),
    )
    return can ?? true
  }

  get #at() {
    const { registration, id: playing, device } = this
    return { registration, device: device.name, playing, session: `${playing}.${this.#session}` }
  }

  #acknowledge(): void {
    for (const change of this.device.ledger.of(this.#at)) {
      change.acknowledged ||= change.accepted === true
    }
  }

  async #beginAgain(): Promise<void> {
    this.#isEnded = false
    this.#session++
    await this.#within(
      this.#content()?.evaluate(() =>
        (window as unknown as { steered: Steered }).steered.initialize(),
      ),
    )
  }

  async #call(
    orders: Order[],
    andThen: 'commit' | 'finish' | 'nothing',
  ): Promise<{ accepted: boolean[]; last: string; at: number } | undefined> {
    const sets = orders.map((order) => elementsOf(order, this.edition))
    return this.#within(
      this.#content()?.evaluate(
        ({ sets, andThen }) => {
          const { steered } = window as unknown as { steered: Steered }
          const accepted = sets.map((elements) => {
            const index = steered.get('cmi.interactions._count')
            const answers = elements.map(([name, value]) =>
              steered.set(name.replace('#', index), value),
            )
            // The marker comes first: what is beside it may be refused by itself.
            return answers[0] === 'true'
          })
          const at = Date.now()
          const last = andThen === 'nothing' ? '' : steered[andThen]()
          return { accepted, last, at }
        },
        { sets, andThen },
      ),
    )
  }

  #frame(): Frame | undefined {
    return this.page.frames().find((each) => each.url().includes('/_samsyn/frame'))
  }

  #content(): Frame | undefined {
    return this.page.frames().find((each) => each.url().includes('/content/'))
  }

  /** Undefined when the page has gone meanwhile, or does not answer. */
  async #within<Result>(call: Promise<Result> | undefined): Promise<Result | undefined> {
    if (!call) return undefined
    return Promise.race([call.catch(() => undefined), pause(longestCall).then(() => undefined)])
  }
}

/** The marker first. */
function elementsOf(order: Order, edition: Edition): [string, string][] {
  const { marker, seconds, suspend, location, completes } = order
  const elements: [string, string][] = [['cmi.interactions.#.id', marker]]
  const is12 = edition === '1.2'
  if (location) elements.push([is12 ? 'cmi.core.lesson_location' : 'cmi.location', location])
  if (suspend) elements.push(['cmi.suspend_data', suspend])
  const status = is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status'
  elements.push([status, completes ? 'completed' : 'incomplete'])
  elements.push(
    is12 ? ['cmi.core.session_time', clockOf(seconds)] : ['cmi.session_time', `PT${seconds}S`],
  )
  return elements
}

function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** What content wrote down as it went, in a storage's text. */
export function lastWordsIn(storage: string): Said[] {
  if (!storage) return []
  const text = (JSON.parse(storage) as Record<string, string>)[lastWordsKey]
  return text ? (JSON.parse(text) as Said[]) : []
}
