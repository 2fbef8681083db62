import type { Outcome } from './outcome.ts'
import {
  scorm12,
  scorm2004,
  type Dialect,
  type Interaction,
  type Setting,
} from './scorm-dialect.ts'
import type { Edition } from './response.ts'

/** The functions of a learning system, by the standards' names. */
type Api = Record<string, (...words: string[]) => string | boolean | null | undefined>

const farthest = 50

/** The system's object, searched for upwards and then from the window that opened this one (RTE 3.3, 3.3.6). */
function findApi(from: Window, name: string): Api | undefined {
  let view = from
  for (let steps = 0; steps < farthest; steps++) {
    const found = apiOf(view, name)
    if (found) return found
    if (view.parent === view) break
    view = view.parent
  }
  const opener = from.opener as Window | null
  return opener && opener !== from ? findApi(opener, name) : undefined
}

/** A window of another origin throws when it is looked into. */
function apiOf(view: Window, name: string): Api | undefined {
  try {
    return (view as unknown as Record<string, Api | null | undefined>)[name] ?? undefined
  } catch {
    return undefined
  }
}

/** Opens the session with the system around the module; undefined where there is none that answers. */
export function findLearningSystem(from: Window, edition: Edition): LearningSystem | undefined {
  const dialect = edition === '1.2' ? scorm12 : scorm2004
  const api = findApi(from, dialect.api)
  if (!api) return undefined
  const system = new LearningSystem(api, dialect)
  return system.begin() ? system : undefined
}

/** A session with a learning system, whichever standard it speaks. */
export class LearningSystem {
  readonly #api: Api
  readonly #dialect: Dialect
  readonly #said = new Map<string, string>()
  #standing = { isCompleted: false, isPassed: false }
  #isOpen = false
  #interactions = 0

  constructor(api: Api, dialect: Dialect) {
    this.#api = api
    this.#dialect = dialect
  }

  begin(): boolean {
    this.#isOpen = this.#call('Initialize', '') === 'true'
    if (!this.#isOpen) return false
    this.#standing = this.#dialect.standing((element) => this.#get(element))
    this.#interactions = Number(this.#get('cmi.interactions._count')) || 0
    return true
  }

  get bookmark(): string {
    return this.#get(this.#dialect.bookmark)
  }

  get suspendData(): string {
    return this.#get('cmi.suspend_data')
  }

  /** "sv", "en-GB"; empty where the system does not say. */
  get language(): string {
    return this.#get(this.#dialect.language)
  }

  get learner(): string {
    return this.#get(this.#dialect.learner)
  }

  /** Tells where the learner is, what the module remembers and what it comes to, and asks that it be saved. */
  save(bookmark: string, suspendData: string, outcome: Outcome): void {
    this.#set([this.#dialect.bookmark, bookmark])
    this.#set(['cmi.suspend_data', suspendData])
    this.#dialect.outcome(this.#kept(outcome)).forEach(this.#set)
    this.#call('Commit', '')
  }

  /** Saved with the next `save`. */
  record(interaction: Interaction): void {
    this.#dialect.interaction(interaction, this.#interactions).forEach(this.#set)
    this.#interactions += 1
  }

  /** The session's time so far, for a browser that may not come back to end it. */
  pause(seconds: number): void {
    this.#set([this.#dialect.sessionTime, this.#dialect.timespan(seconds)])
    this.#call('Commit', '')
  }

  /** Ends the session so that the next one goes on where this one was. */
  end(seconds: number): void {
    if (!this.#isOpen) return
    this.#set([this.#dialect.exit, 'suspend'])
    this.#set([this.#dialect.sessionTime, this.#dialect.timespan(seconds)])
    this.#call('Commit', '')
    this.#call(this.#dialect.finish.replace('LMS', ''), '')
    this.#isOpen = false
  }

  /** What an earlier session has come to stays, though the state of it has been lost. */
  #kept(outcome: Outcome): Outcome {
    const { isCompleted, isPassed } = this.#standing
    if (isPassed) {
      const score = outcome.success === 'failed' ? null : outcome.score
      return { completion: 'completed', success: 'passed', score }
    }
    return isCompleted ? { ...outcome, completion: 'completed' } : outcome
  }

  #get(element: string): string {
    return this.#isOpen ? this.#call('GetValue', element) : ''
  }

  readonly #set = ([element, value]: Setting): void => {
    if (!this.#isOpen || this.#said.get(element) === value) return
    this.#said.set(element, value)
    this.#call('SetValue', element, value)
  }

  /** Called on the system's own object, which may be a Java applet's or expect its `this`. */
  #call(name: string, ...words: string[]): string {
    try {
      const answer = this.#api[`${this.#dialect.prefix}${name}`]!(...words)
      return String(answer ?? '')
    } catch {
      return ''
    }
  }
}
