import type { CmiElement, CmiElements, SeedSource } from '~/standards/scorm/cmi.ts'
import type { ElementRefusal, RefusalOf } from '~/standards/scorm/element-refusal.ts'
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
  /** Before `initialize`: what an element holds from the launch on; false when it does not take that. */
  load: (element: string, value: string) => boolean
}

/** Error codes, where one call has several: before the session and after it. */
type OutsideSession = readonly [before: string, after: string]

/** A value that the standard takes and the runtime does not. It is kept here, and something set there. */
export interface RefusedValue {
  element: CmiElement<string>
  name: string
  value: string
  /** The type of the interaction that the element belongs to. */
  question: string | undefined
}

/** What tells one edition's API from the other's. */
export interface Dialect {
  makeRuntime: () => Runtime
  seedElements: (seed: SeedSource) => Record<string, string>
  elementOf: (name: string) => CmiElement<string> | undefined
  /** The server judges by the same rules. */
  refusalOf: RefusalOf
  errorOf: (refusal: ElementRefusal) => string
  /** What the runtime is shown, the first that it takes, instead of a value that it wrongly refuses. */
  standIns: (refused: RefusedValue) => readonly string[]
  errors: {
    getting: OutsideSession
    setting: OutsideSession
    committing: OutsideSession
    ending: OutsideSession
    commitFailed: string
    endFailed: string
    unknownElement: string
    writeOnly: string
    /** With these the runtime refuses a value, and not that it is set now. */
    wrongValue: readonly string[]
    /** For suspend data that nobody has set. */
    valueMissing: string
  }
  /** Where content may begin again after its end: what it then begins with. */
  seedAgain?: (seed: SeedSource, set: CmiElements) => SeedSource
}

const suspendData = 'cmi.suspend_data'
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
    this.#runtime = dialect.makeRuntime()
    this.#seedRuntime()
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
      this.#runtime = this.#dialect.makeRuntime()
      this.#seedRuntime()
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
    const { errors, elementOf } = this.#dialect
    if (this.#session === null) return this.refuse(this.#outside(errors.getting), '')
    const own = this.getOwn?.(element)
    if (own !== undefined) return own
    const known = elementOf(element)
    // A branch ("cmi.core") would be answered with an object.
    if (!known) return this.refuse(errors.unknownElement, '')
    if (known.access === 'write-only') return this.refuse(errors.writeOnly, '')
    const kept = this.#texts.get(element)
    if (kept !== undefined) return this.answer(kept)
    if (element === suspendData) return this.refuse(errors.valueMissing, '')
    return String(this.#runtime.getValue(element) ?? '')
  }

  protected setValue(element: string, text: string): string {
    this.#error = null
    const { errors, refusalOf, errorOf } = this.#dialect
    // The runtime would take values after the end as well, and nobody would save them.
    if (this.#session === null) return this.refuse(this.#outside(errors.setting))
    // Also keeps it from what is set on a branch ("cmi", "cmi.core"), which destroys its data.
    const refusal = refusalOf(element, text, this.#context)
    if (refusal) return this.refuse(errorOf(refusal))
    const answer = this.setOwn?.(element, text) ?? this.#setInRuntime(element, text)
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

  /** What an element holds by content's own doing, in this sitting or an earlier one. */
  protected held(element: string): string | undefined {
    return this.#given[element] ?? this.#seed.state?.elements[element]
  }

  /** For a value that the runtime is better not asked about. */
  protected keepHere(element: string, text: string): string {
    this.#texts.set(element, text)
    return this.answer('true')
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

  get #context() {
    const held = (name: string) => this.held(name)
    return { strict: this.#seed.isStrict ?? false, held }
  }

  #setInRuntime(element: string, text: string): string {
    if (element === suspendData) return this.keepHere(element, text)
    const taken = this.#taken(
      element,
      text,
      (value) => this.#runtime.setValue(element, value) === 'true',
    )
    if (taken === undefined) return 'false'
    this.#keep(element, text, taken)
    return this.answer('true')
  }

  /** What the runtime takes of a value and of all that may stand in for it; undefined when it takes nothing. */
  #taken(element: string, text: string, take: (value: string) => boolean): string | undefined {
    const { elementOf, standIns, errors } = this.#dialect
    const known = elementOf(element)
    if (take(text)) return text
    const [interaction] = /^cmi\.interactions\.\d+/.exec(element) ?? []
    const question = interaction && this.held(`${interaction}.type`)
    const others = known ? standIns({ element: known, name: element, value: text, question }) : []
    const isWrongValue = () => errors.wrongValue.includes(this.#runtime.lastError())
    return others.find((value) => isWrongValue() && take(value))
  }

  #keep(element: string, text: string, taken: string): void {
    if (text === taken) this.#texts.delete(element)
    else this.#texts.set(element, text)
  }

  #seedRuntime(): void {
    const elements = Object.entries(this.#dialect.seedElements(this.#seed))
    this.#texts = new Map(elements.filter(([name]) => name === suspendData))
    for (const [name, value] of elements.sort(byDependency)) {
      if (name === suspendData) continue
      // One value that the runtime does not take must not keep the learner from all the others.
      const taken = this.#taken(name, value, (value) => this.#runtime.load(name, value))
      if (taken !== undefined) this.#keep(name, value, taken)
    }
    this.#error = noError
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

/** What the library's runtimes have for their first data. */
interface Loadable {
  loadFromFlattenedJSON: (elements: Record<string, string>) => void
  lastErrorCode: string
}

/** Has the library begin with a value; where it does not take it, it then tells that error. */
export function isLoaded(
  runtime: Loadable,
  element: string,
  value: string,
  wrongValue: string,
): boolean {
  try {
    runtime.lastErrorCode = '0'
    runtime.loadFromFlattenedJSON({ [element]: value })
    // It passes over an empty text.
    if (value !== '') return runtime.lastErrorCode === '0'
  } catch {
    // Thrown by what judges values.
  }
  runtime.lastErrorCode = wrongValue
  return false
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
