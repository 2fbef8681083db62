import * as scormAgain from 'scorm-again/scorm12'
import { elementOf } from '~/standards/scorm/cmi12-elements.ts'
import { secondsOf, seedElements, type SeedSource } from '~/standards/scorm/cmi12.ts'
import { randomId } from './random-id.ts'

// The package's types speak of a default export; what it has is a named one (3.4.3).
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof scormAgain.default }
type Runtime = InstanceType<typeof Scorm12API>

/** What content finds as window.API (SCORM 1.2 RTE 3.3). Everything it is answered is a string. */
export interface ScormApi {
  LMSInitialize: (parameter: unknown) => string
  LMSFinish: (parameter: unknown) => string
  LMSGetValue: (element: unknown) => string
  LMSSetValue: (element: unknown, value: unknown) => string
  LMSCommit: (parameter: unknown) => string
  LMSGetLastError: () => string
  LMSGetErrorString: (code: unknown) => string
  LMSGetDiagnostic: (code: unknown) => string
}

export interface ScormPorts {
  /** A session has begun. */
  began: (session: string) => void
  /** Content has set an element to a value. */
  changed: (session: string, element: string, value: string) => void
  /** Content wants all it has set to be safe; whether it is. */
  commit: () => boolean
  /** The same, at its end. */
  finished: (session: string) => boolean
}

const suspendData = 'cmi.suspend_data'
/** Characters. The standard's 4,096 are too few for real content, and a refusal loses the learner's work. */
const longestSuspendData = 1_048_576

/** RTE 3.3.4: general exception, not initialized, not implemented, incorrect data type. */
const errors = { general: '101', notInitialized: '301', notImplemented: '401', wrongType: '405' }

/**
 * One item's API for as long as it is on the screen. Keeps the runtime from what destroys it, notes
 * every change as it is made, and answers "true" to a commit only when what was set is safe.
 */
export class Scorm12Item {
  readonly #ports: ScormPorts
  #seed: SeedSource
  #runtime: Runtime
  /** Beside the runtime, which takes no more than 64,000 characters. */
  #suspendData: string
  #session: string | null = null
  /** What this item has been given in this sitting, laid over what it was seeded with. */
  #set: Record<string, string> = {}
  /** Set where the guard has answered instead of the runtime. */
  #error: string | null = null

  constructor(seed: SeedSource, ports: ScormPorts) {
    this.#ports = ports
    this.#seed = seed
    this.#runtime = seeded(seed)
    this.#suspendData = seed.state?.elements[suspendData] ?? ''
  }

  /** Whether content has begun a session and not ended it. */
  get isOpen(): boolean {
    return this.#session !== null
  }

  /** The functions that content calls, which know nothing of `this`. */
  get api(): ScormApi {
    return {
      LMSInitialize: (parameter) => this.#initialize(textOf(parameter)),
      LMSFinish: (parameter) => this.#finish(textOf(parameter)),
      LMSGetValue: (element) => this.#getValue(textOf(element)),
      LMSSetValue: (element, value) => this.#setValue(textOf(element), textOf(value)),
      LMSCommit: (parameter) => this.#commit(textOf(parameter)),
      LMSGetLastError: () => this.#error ?? this.#runtime.LMSGetLastError(),
      LMSGetErrorString: (code) => this.#runtime.LMSGetErrorString(textOf(code)),
      LMSGetDiagnostic: (code) => this.#runtime.LMSGetDiagnostic(textOf(code) || this.#lastError),
    }
  }

  get #lastError(): string {
    return this.#error ?? this.#runtime.LMSGetLastError()
  }

  #initialize(parameter: string): string {
    this.#error = null
    if (this.#session === null && Object.keys(this.#set).length > 0) this.#beginAnew()
    const answer = this.#runtime.LMSInitialize(parameter)
    if (answer === 'true') {
      this.#session = randomId()
      this.#ports.began(this.#session)
    }
    return answer
  }

  // Some content ends a session on one page and begins another on the next, all in one item.
  #beginAnew(): void {
    const { item, learner, state } = this.#seed
    const seconds = secondsOf(this.#set['cmi.core.session_time']) ?? 0
    this.#seed = {
      item,
      learner,
      state: {
        elements: { ...withoutSession(state?.elements ?? {}), ...this.#set },
        totalSeconds: (state?.totalSeconds ?? 0) + seconds,
      },
    }
    this.#set = {}
    this.#runtime = seeded(this.#seed)
  }

  #setValue(element: string, text: string): string {
    this.#error = null
    // The runtime would take values after the end as well, and nobody would save them.
    if (this.#session === null) return this.#refuse(errors.notInitialized)
    // It takes what is set on a branch ("cmi", "cmi.core") and destroys its data with it.
    if (!elementOf(element)) return this.#refuse(errors.notImplemented)
    const answer =
      element === suspendData
        ? this.#setSuspendData(text)
        : this.#runtime.LMSSetValue(element, text)
    if (answer !== 'true') return answer
    this.#set[element] = text
    this.#ports.changed(this.#session, element, text)
    return answer
  }

  #setSuspendData(text: string): string {
    if (text.length > longestSuspendData) return this.#refuse(errors.wrongType)
    this.#suspendData = text
    return 'true'
  }

  #getValue(element: string): string {
    this.#error = null
    if (this.#session === null) return this.#refuse(errors.notInitialized, '')
    if (element === suspendData) return this.#suspendData
    // A branch would be answered with an object.
    if (!elementOf(element)) return this.#refuse(errors.notImplemented, '')
    return String(this.#runtime.LMSGetValue(element) ?? '')
  }

  #commit(parameter: string): string {
    this.#error = null
    if (this.#session === null) return this.#refuse(errors.notInitialized)
    const answer = this.#runtime.LMSCommit(parameter)
    if (answer !== 'true') return answer
    return this.#ports.commit() ? 'true' : this.#refuse(errors.general)
  }

  #finish(parameter: string): string {
    this.#error = null
    const session = this.#session
    if (session === null) return this.#refuse(errors.notInitialized)
    const answer = this.#runtime.LMSFinish(parameter)
    if (answer !== 'true') return answer
    this.#session = null
    return this.#ports.finished(session) ? 'true' : this.#refuse(errors.general)
  }

  #refuse(error: string, answer = 'false'): string {
    this.#error = error
    return answer
  }
}

/** What content hands over, as text; what it forgot to hand over, as nothing. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : (value as { toString: () => string }).toString()
}

function seeded(seed: SeedSource): Runtime {
  const runtime = new Scorm12API({
    autocommit: false,
    includeCommitSequence: true,
    sendFullCommit: false,
    selfReportSessionTime: true,
    autoCompleteLessonStatus: false,
    // The verdict is the server's, from what content has set.
    mastery_override: false,
    enableOfflineSupport: false,
    logLevel: 'NONE',
  })
  const elements = Object.entries(seedElements(seed))
    .filter(([name]) => name !== suspendData)
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  for (const [name, value] of elements) {
    try {
      runtime.loadFromFlattenedJSON({ [name]: value })
    } catch {
      // One value that the runtime no longer takes must not keep the learner from all the others.
    }
  }
  return runtime
}

const withoutSession = (elements: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(elements).filter(
      ([name]) => name !== 'cmi.core.exit' && name !== 'cmi.core.session_time',
    ),
  )
