import { seedOf } from './chance.ts'
import { DeviceStore } from './device-store.ts'
import type { LearningSystem } from './learning-system.ts'
import { packed, unpacked, type ModuleShape, type ModuleState } from './module-state.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Interaction } from './scorm-dialect.ts'

/** One learner's work with the module: what is remembered of it, and where that is told. */
export class Session {
  readonly shape: ModuleShape
  /** Undefined in open mode: progress stays in the browser. */
  readonly system: LearningSystem | undefined
  readonly progress: DeviceStore
  readonly notes: DeviceStore
  /** Hears of every change. */
  changed: () => void = () => undefined
  #state: ModuleState
  readonly #begun = Date.now()

  /** @param slug the module's; only a number made of it stands in the browser's storage */
  constructor(shape: ModuleShape, slug: string, system: LearningSystem | undefined) {
    this.shape = shape
    this.system = system
    // On a shared computer the next learner must not meet the notes of this one.
    const learner = system?.learner ? `:${seedOf(system.learner).toString(36)}` : ''
    const place = `module:${seedOf(slug).toString(36)}${learner}`
    this.progress = new DeviceStore(`${place}:progress`)
    this.notes = new DeviceStore(`${place}:notes`)
    this.#state = unpacked(system ? system.suspendData : this.progress.text)
    const bookmark = system?.bookmark
    if (bookmark) this.#state = { ...this.#state, at: bookmark }
  }

  get state(): ModuleState {
    return this.#state
  }

  get outcome(): Outcome {
    return outcomeOf(this.shape, this.#state)
  }

  /** Remembers, and tells the learning system at once. */
  change(changes: Partial<ModuleState>): void {
    this.#state = { ...this.#state, ...changes }
    this.save()
    this.changed()
  }

  record(interaction: Interaction): void {
    this.system?.record(interaction)
  }

  save(): void {
    const text = packed(this.#state)
    if (this.system) this.system.save(this.#state.at, text, this.outcome)
    else this.progress.text = text
  }

  get #seconds(): number {
    return (Date.now() - this.#begun) / 1000
  }

  pause(): void {
    this.system?.pause(this.#seconds)
  }

  end(): void {
    this.system?.end(this.#seconds)
  }

  /** What the module has left in the browser. */
  clear(): void {
    this.progress.clear()
    this.notes.clear()
  }
}
