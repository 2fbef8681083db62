import * as scormAgain from 'scorm-again/scorm2004'
import type { SeedSource } from '~/standards/scorm/cmi.ts'
import { elementOf } from '~/standards/scorm/cmi2004-elements.ts'
import { refusalOf2004 } from '~/standards/scorm/cmi2004-refusal.ts'
import { seedElements2004 } from '~/standards/scorm/cmi2004.ts'
import { hasPlainIndices, type RefusalCode } from '~/standards/scorm/element-refusal.ts'
import { noRequest, validityOf, type Place } from './navigation.ts'
import {
  isLoaded,
  runtimeSettings,
  ScormItem,
  textOf,
  type Dialect,
  type Runtime,
  type ScormPorts,
} from './scorm-item.ts'
import { standIns2004 } from './scorm2004-stand-ins.ts'

// The package's types speak of a default export; what it has is a named one (3.4.3).
type Library = typeof scormAgain.default
const { Scorm2004API } = scormAgain as unknown as {
  Scorm2004API: new (
    ...settings: ConstructorParameters<Library>
  ) => Pick<InstanceType<Library>, keyof InstanceType<Library>>
}

/** What content finds as window.API_1484_11 (SCORM 2004 RTE 3.1). Everything it is answered is a string. */
export interface Scorm2004Api {
  /** RTE 3.1.1. */
  version: string
  Initialize: (parameter: unknown) => string
  Terminate: (parameter: unknown) => string
  GetValue: (element: unknown) => string
  SetValue: (element: unknown, value: unknown) => string
  Commit: (parameter: unknown) => string
  GetLastError: () => string
  GetErrorString: (code: unknown) => string
  GetDiagnostic: (code: unknown) => string
}

const navigationRequest = 'adl.nav.request'
const launchData = 'cmi.launch_data'
/** RTE 3.1.7: general get and set failure, type mismatch, out of range, dependency not established. */
const getFailure = '301'
const setFailure = '351'
const typeMismatch = '406'
const outOfRange = '407'
const dependencyMissing = '408'

const errorsOfCodes: Record<RefusalCode, string> = {
  'unknown-element': '401',
  'read-only': '404',
  index: setFailure,
  type: typeMismatch,
  vocabulary: typeMismatch,
  size: typeMismatch,
  range: outOfRange,
}

/** RTE 3.1.7. */
const dialect: Dialect = {
  makeRuntime,
  seedElements: seedElements2004,
  elementOf,
  refusalOf: refusalOf2004,
  errorOf: ({ element, code }) => (element === '' ? setFailure : errorsOfCodes[code]),
  standIns: standIns2004,
  errors: {
    getting: ['122', '123'],
    setting: ['132', '133'],
    committing: ['142', '143'],
    ending: ['112', '113'],
    commitFailed: '391',
    endFailed: '111',
    unknownElement: '401',
    writeOnly: '405',
    // More entries than it counts to in an answer are a general failure.
    wrongValue: [typeMismatch, outOfRange, setFailure],
    valueMissing: '403',
  },
}

/** The API of an item of any edition of SCORM 2004. */
export class Scorm2004Item extends ScormItem {
  readonly #place: Place
  readonly #seed: SeedSource

  constructor(seed: SeedSource, ports: ScormPorts, place: Place) {
    super(dialect, seed, ports)
    this.#place = place
    this.#seed = seed
  }

  /** The functions that content calls, which know nothing of `this`. */
  get api(): Scorm2004Api {
    return {
      version: '1.0',
      Initialize: (parameter) => this.initialize(textOf(parameter)),
      Terminate: (parameter) => this.terminate(textOf(parameter)),
      GetValue: (element) => this.getValue(textOf(element)),
      SetValue: (element, value) => this.setValue(textOf(element), textOf(value)),
      Commit: (parameter) => this.commit(textOf(parameter)),
      GetLastError: () => this.lastError(),
      GetErrorString: (code) => this.errorString(textOf(code)),
      GetDiagnostic: (code) => this.diagnostic(textOf(code)),
    }
  }

  protected override getOwn(element: string): string | undefined {
    if (element === navigationRequest) return this.answer(this.#request)
    // A name that is nothing, and what asks for the keywords of something that has none (RTE 3.1.7.5).
    const isMisplaced =
      elementOf(element) === undefined && /\._(children|count|version)$/.test(element)
    if (element === '' || isMisplaced || isSharedData(element)) return this.refuse(getFailure, '')
    if (this.#isOutOfRange(element)) return this.refuse(getFailure, '')
    if (element === launchData && this.#seed.item.dataFromLms === null) {
      return this.refuse(dialect.errors.valueMissing, '')
    }
    const word = this.#ownWord(element)
    if (word !== undefined) return this.answer(word)
    const validity = validityOf(element, this.#place)
    return validity === undefined ? undefined : this.answer(validity)
  }

  protected override setOwn(element: string, text: string): string | undefined {
    if (element === navigationRequest) return this.answer('true')
    if (this.#lacksItsEntry(element)) return this.refuse(dependencyMissing)
    if (this.#isTaken(element, text)) return this.refuse(setFailure)
    // Another question may take its place: only the ids of objectives are written once (RTE 4.2.17).
    const [, index] = /^cmi\.interactions\.(\d+)\.id$/.exec(element) ?? []
    if (!index || Number(index) >= this.countOf('cmi.interactions')) return undefined
    return this.getValue(element) === text ? undefined : this.keepHere(element, text)
  }

  /** What comes before the id of its entry (RTE 4.2.9, 4.2.17): the library would leave an entry without one. */
  #lacksItsEntry(element: string): boolean {
    const [, collection, index] =
      /^(cmi\.(?:interactions|objectives))\.(\d+)\.(?!id$)/.exec(element) ?? []
    return collection !== undefined && Number(index) === this.countOf(collection)
  }

  /**
   * Whether another entry has the objective's id or the choice's pattern, of which no two are alike
   * (RTE 4.2.9, 4.2.17). The library refuses the id too late, when it has made an entry for it.
   */
  #isTaken(element: string, text: string): boolean {
    const [, collection, index, last] =
      /^(.*(?:objectives|correct_responses))\.(\d+)\.(id|pattern)$/.exec(element) ?? []
    if (!collection) return false
    const type = this.held(collection.replace('correct_responses', 'type')) ?? ''
    if (last === 'pattern' && !['choice', 'sequencing'].includes(type)) return false
    return Array.from({ length: this.countOf(collection) }, (_, other) => String(other))
      .filter((other) => other !== index)
      .some((other) => this.getValue(`${collection}.${other}.${last}`) === text)
  }

  /** cmi.exit "time-out" and "logout" leave as well (RTE 4.2.8). */
  protected override requestAtEnd(): string {
    const isOver = ['time-out', 'logout'].includes(this.given['cmi.exit'] ?? '')
    return this.#request === noRequest && isOver ? 'exitAll' : this.#request
  }

  /** An entry that there is not (RTE 3.1.7.5): the library takes it for one that is not set. */
  #isOutOfRange(element: string): boolean {
    if (!element.startsWith('cmi.') || elementOf(element) === undefined) return false
    if (!hasPlainIndices(element)) return true
    return [...element.matchAll(/\.(\d+)(?=\.)/g)].some(
      ({ 1: index, index: end }) => Number(index) >= this.countOf(element.slice(0, end)),
    )
  }

  /**
   * Content's own word on completion or success, where the manifest's limit has no say: the module's
   * rules leave it out, there is nothing to judge by, or content has said nothing in this sitting, so
   * that the server's verdict on the last one stands.
   */
  #ownWord(element: string): string | undefined {
    const { item, rules } = this.#seed
    const [limit, measure] =
      element === 'cmi.completion_status'
        ? [item.completionThreshold, 'cmi.progress_measure']
        : element === 'cmi.success_status'
          ? [item.scaledPassingScore, 'cmi.score.scaled']
          : [null, '']
    if (limit === null) return undefined
    const word = this.held(element)
    if (rules?.appliesLimits === false) return word ?? 'unknown'
    const isSilent = !(element in this.given) && !(measure in this.given)
    return isSilent || this.held(measure) === undefined ? word : undefined
  }

  get #request(): string {
    return this.given[navigationRequest] ?? noRequest
  }
}

/** The manifest's shared data is not handed to the runtime: then the collection is empty (SN 5.6.2). */
const isSharedData = (element: string) => /^adl\.data\.\d+\./.test(element)

/** Sequencing is not ours yet, and is no part of what browsers load (scripts/runtime-parts.ts). */
class Scorm2004Runtime extends Scorm2004API {
  initializeSequencingService() {}
}

function makeRuntime(): Runtime {
  const runtime = new Scorm2004Runtime(runtimeSettings)
  // These two the library answers with the error of the call before.
  const alwaysKnown = ['cmi.completion_status', 'cmi.success_status']
  return {
    initialize: (parameter) => runtime.Initialize(parameter),
    terminate: (parameter) => runtime.Terminate(parameter),
    getValue: (element) => {
      if (alwaysKnown.includes(element)) runtime.lastErrorCode = '0'
      return runtime.GetValue(element)
    },
    setValue: (element, value) => runtime.SetValue(element, value),
    commit: (parameter) => runtime.Commit(parameter),
    lastError: () => runtime.GetLastError(),
    errorString: (code) => runtime.GetErrorString(code),
    diagnostic: (code) => runtime.GetDiagnostic(code),
    load: (element, value) => isLoaded(runtime, element, value, typeMismatch),
  }
}
