import type { CmiElements, SeedSource } from '~/standards/scorm/cmi.ts'
import { randomId } from './random-id.ts'

export interface ScormPorts {
  /** A session has begun. */
  began: (session: string) => void
  /** Content has set an element to a value. */
  changed: (session: string, element: string, value: string) => void
  /** Content wants all it has set to be safe; whether it is. */
  commit: () => boolean
  /** The same, at its end. `request` is where it wants to go ("continue"), if it says so. */
  finished: (session: string, request: string | null) => boolean
}

/** The library's runtime of one edition, under names that both have. */
export interface Runtime {
  initialize: (parameter: string) => string
  terminate: (parameter: string) => string
  getValue: (element: string) => string
  setValue: (element: string, value: string) => string
  commit: (parameter: string) => string
  lastError: () => string
  errorString: (code: string) => string
  diagnostic: (code: string) => string
  /** Before `initialize`: what the launch begins with. */
  load: (elements: Record<string, string>) => void
}

/** Error codes, where one call has several: before the session and after it. */
type OutsideSession = readonly [before: string, after: string]

/** What tells one edition's API from the other's. */
export interface Dialect {
  makeRuntime: () => Runtime
  seedElements: (seed: SeedSource) => Record<string, string>
  isElement: (name: string) => boolean
  /** What the runtime is shown instead of a text that it would wrongly refuse; then the text is kept here. */
  plainText: (element: string, text: string) => string
  errors: {
    getting: OutsideSession
    setting: OutsideSession
    committing: OutsideSession
    ending: OutsideSession
    commitFailed: string
    endFailed: string
    unknownElement: string
    wrongType: string
    /** For suspend data that nobody has set. */
    valueMissing: string
  }
  /** Where content may begin again after its end: what it then begins with. */
  seedAgain?: (seed: SeedSource, set: CmiElements) => SeedSource
}

const suspendData = 'cmi.suspend_data'
/** Characters. The standards' 4,096 and 64,000 are too few for real content, and a refusal loses the learner's work. */
const longestSuspendData = 1_048_576
const noError = '0'

/**
 * One item's API for as long as it is on the screen. Keeps the runtime from what destroys it, notes
 * every change as it is made, and answers "true" to a commit only when what was set is safe.
 */
export abstract class ScormItem {
  readonly #dialect: Dialect
  readonly #ports: ScormPorts
  #seed: SeedSource
  #runtime: Runtime
  /** What is kept here beside the runtime, which does not take all that it should. */
  #texts = new Map<string, string>()
  #session: string | null = null
  #hasEnded = false
  /** What this item has been given in this sitting, laid over what it was seeded with. */
  #given: Record<string, string> = {}
  /** Set where the answer is not the runtime's. */
  #error: string | null = null

  constructor(dialect: Dialect, seed: SeedSource, ports: ScormPorts) {
    this.#dialect = dialect
    this.#ports = ports
    this.#seed = seed
    this.#runtime = this.#seeded()
  }

  /** Whether content has begun a session and not ended it. */
  get isOpen(): boolean {
    return this.#session !== null
  }

  protected initialize(parameter: string): string {
    this.#error = null
    const { seedAgain } = this.#dialect
    if (this.#hasEnded && seedAgain) {
      this.#seed = seedAgain(this.#seed, this.#given)
      this.#given = {}
      this.#hasEnded = false
      this.#runtime = this.#seeded()
    }
    const answer = this.#runtime.initialize(parameter)
    if (answer === 'true') {
      this.#session = randomId()
      this.#ports.began(this.#session)
    }
    return answer
  }

  protected getValue(element: string): string {
    this.#error = null
    const { errors, isElement } = this.#dialect
    if (this.#session === null) return this.refuse(this.#outside(errors.getting), '')
    const own = this.getOwn?.(element)
    if (own !== undefined) return own
    const kept = this.#texts.get(element)
    if (kept !== undefined) return this.answer(kept)
    if (element === suspendData) return this.refuse(errors.valueMissing, '')
    // A branch ("cmi.core") would be answered with an object.
    if (!isElement(element)) return this.refuse(errors.unknownElement, '')
    return String(this.#runtime.getValue(element) ?? '')
  }

  protected setValue(element: string, text: string): string {
    this.#error = null
    const { errors, isElement } = this.#dialect
    // The runtime would take values after the end as well, and nobody would save them.
    if (this.#session === null) return this.refuse(this.#outside(errors.setting))
    const answer = this.setOwn?.(element, text) ?? this.#setChecked(element, text, isElement)
    if (answer !== 'true') return answer
    this.#given[element] = text
    this.#ports.changed(this.#session, element, text)
    return answer
  }

  protected commit(parameter: string): string {
    this.#error = null
    const { errors } = this.#dialect
    if (this.#session === null) return this.refuse(this.#outside(errors.committing))
    const answer = this.#runtime.commit(parameter)
    if (answer !== 'true') return answer
    return this.#ports.commit() ? 'true' : this.refuse(errors.commitFailed)
  }

  protected terminate(parameter: string): string {
    this.#error = null
    const { errors } = this.#dialect
    const session = this.#session
    if (session === null) return this.refuse(this.#outside(errors.ending))
    const answer = this.#runtime.terminate(parameter)
    if (answer !== 'true') return answer
    this.#session = null
    this.#hasEnded = true
    const isSafe = this.#ports.finished(session, this.requestAtEnd?.() ?? null)
    return isSafe ? 'true' : this.refuse(errors.endFailed)
  }

  protected lastError(): string {
    return this.#error ?? this.#runtime.lastError()
  }

  protected errorString(code: string): string {
    return this.#runtime.errorString(code)
  }

  protected diagnostic(code: string): string {
    return this.#runtime.diagnostic(code || this.lastError())
  }

  /** For elements that an edition answers itself; undefined for all others. */
  protected getOwn?(element: string): string | undefined

  /** The same for setting them: "true", or "false" with an error. */
  protected setOwn?(element: string, text: string): string | undefined

  /** Where content has asked to go, when it ends. */
  protected requestAtEnd?(): string

  /** How many entries a collection ("cmi.objectives") has. */
  protected countOf(collection: string): number {
    return Number(this.#runtime.getValue(`${collection}._count`))
  }

  /** What content has set in this sitting. */
  protected get given(): CmiElements {
    return this.#given
  }

  protected refuse(error: string, answer = 'false'): string {
    this.#error = error
    return answer
  }

  /** An answer of our own, with no error. */
  protected answer(text: string): string {
    return this.refuse(noError, text)
  }

  #outside([before, after]: OutsideSession): string {
    return this.#hasEnded ? after : before
  }

  #setChecked(element: string, text: string, isElement: Dialect['isElement']): string {
    if (element === suspendData) return this.#setSuspendData(text)
    // The runtime takes what is set on a branch ("cmi", "cmi.core") and destroys its data with it.
    if (!isElement(element)) return this.refuse(this.#dialect.errors.unknownElement)
    const plain = this.#dialect.plainText(element, text)
    const answer = this.#runtime.setValue(element, plain)
    if (answer === 'true') this.#keep(element, text, plain)
    return answer
  }

  #setSuspendData(text: string): string {
    if (text.length > longestSuspendData) return this.refuse(this.#dialect.errors.wrongType)
    this.#texts.set(suspendData, text)
    return this.answer('true')
  }

  #keep(element: string, text: string, plain: string): void {
    if (text === plain) this.#texts.delete(element)
    else this.#texts.set(element, text)
  }

  #seeded(): Runtime {
    const runtime = this.#dialect.makeRuntime()
    const elements = Object.entries(this.#dialect.seedElements(this.#seed))
    this.#texts = new Map(elements.filter(([name]) => name === suspendData))
    for (const [name, value] of elements.sort(byDependency)) {
      if (name === suspendData) continue
      const plain = this.#dialect.plainText(name, value)
      try {
        runtime.load({ [name]: plain })
        this.#keep(name, value, plain)
      } catch {
        // One value that the runtime no longer takes must not keep the learner from all the others.
      }
    }
    return runtime
  }
}

/** Entries in order, each beginning with its id and type, without which the runtime refuses the rest. */
function byDependency([a]: [string, string], [b]: [string, string]): number {
  return orderOf(a).localeCompare(orderOf(b), 'en', { numeric: true })
}

const orderOf = (name: string) => name.replace(/\.id$/, '.0').replace(/\.type$/, '.1')

/** What content hands over, as text; what it forgot to hand over, as nothing. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : (value as { toString: () => string }).toString()
}

/** Settings for the library: it keeps the data and judges what content sets; saving and verdicts are ours. */
export const runtimeSettings = {
  autocommit: false,
  includeCommitSequence: true,
  sendFullCommit: false,
  selfReportSessionTime: true,
  autoCompleteLessonStatus: false,
  // The verdict is the server's, from what content has set.
  mastery_override: false,
  enableOfflineSupport: false,
  logLevel: 'NONE',
} as const
