import * as scormAgain from 'scorm-again/scorm2004'
import type { SeedSource } from '~/standards/scorm/cmi.ts'
import { elementOf } from '~/standards/scorm/cmi2004-elements.ts'
import { seedElements2004 } from '~/standards/scorm/cmi2004.ts'
import { isRequest, noRequest, validityOf, type Place } from './navigation.ts'
import {
  runtimeSettings,
  ScormItem,
  textOf,
  type Dialect,
  type Runtime,
  type ScormPorts,
} from './scorm-item.ts'

// The package's types speak of a default export; what it has is a named one (3.4.3).
const { Scorm2004API } = scormAgain as unknown as { Scorm2004API: typeof scormAgain.default }

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
/** RTE 3.1.7: general get and set failure, type mismatch. */
const getFailure = '301'
const setFailure = '351'
const typeMismatch = '406'

/** RTE 3.1.7. */
const dialect: Dialect = {
  makeRuntime,
  seedElements: seedElements2004,
  isElement: (name) => elementOf(name) !== undefined,
  plainText,
  errors: {
    getting: ['122', '123'],
    setting: ['132', '133'],
    committing: ['142', '143'],
    ending: ['112', '113'],
    commitFailed: '391',
    endFailed: '111',
    unknownElement: '401',
    wrongType: typeMismatch,
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
    if (element === '' || isSharedData(element)) return this.refuse(setFailure)
    if (element !== navigationRequest) return undefined
    return isRequest(text) ? this.answer('true') : this.refuse(typeMismatch)
  }

  /** cmi.exit "time-out" and "logout" leave as well (RTE 4.2.8). */
  protected override requestAtEnd(): string {
    const isOver = ['time-out', 'logout'].includes(this.given['cmi.exit'] ?? '')
    return this.#request === noRequest && isOver ? 'exitAll' : this.#request
  }

  /** An entry that there is not (RTE 3.1.7.5): the library takes it for one that is not set. */
  #isOutOfRange(element: string): boolean {
    if (!element.startsWith('cmi.') || elementOf(element) === undefined) return false
    return [...element.matchAll(/\.(\d+)(?=\.)/g)].some(
      ({ 1: index, index: end }) => Number(index) >= this.countOf(element.slice(0, end)),
    )
  }

  /** Content's own word on completion or success, which stands while there is nothing to judge by. */
  #ownWord(element: string): string | undefined {
    const { completionThreshold, scaledPassingScore } = this.#seed.item
    if (element === 'cmi.completion_status' && completionThreshold !== null) {
      return this.#said('cmi.progress_measure') === undefined ? this.#said(element) : undefined
    }
    if (element === 'cmi.success_status' && scaledPassingScore !== null) {
      return this.#said('cmi.score.scaled') === undefined ? this.#said(element) : undefined
    }
    return undefined
  }

  /** What the element holds by content's own doing, in this sitting or an earlier one. */
  #said(element: string): string | undefined {
    return this.given[element] ?? this.#seed.state?.elements[element]
  }

  get #request(): string {
    return this.given[navigationRequest] ?? noRequest
  }
}

/** The manifest's shared data is not handed to the runtime: then the collection is empty (SN 5.6.2). */
const isSharedData = (element: string) => /^adl\.data\.\d+\./.test(element)

/** Elements that may be set to nothing (RTE 4.2.2, 4.2.13, 4.2.14), which the library refuses. */
const mayBeEmpty = [
  'cmi.location',
  'cmi.learner_preference.language',
  'cmi.comments_from_learner.n.location',
]
/** Texts that may have several lines (RTE 4.1.1.2: any character), which the library refuses. */
const mayHaveLines = [
  'cmi.comments_from_learner.n.comment',
  'cmi.interactions.n.correct_responses.m.pattern',
  'cmi.interactions.n.description',
  'cmi.interactions.n.learner_response',
  'cmi.objectives.n.description',
]

/** A real from 0 on (RTE 4.2.13), of which the library refuses 0. */
const deliverySpeed = 'cmi.learner_preference.delivery_speed'

function plainText(element: string, text: string): string {
  const name = elementOf(element)?.name ?? ''
  if (name === deliverySpeed && /^0{1,10}(\.0{1,18})?$/.test(text)) return '1'
  if (text === '' && mayBeEmpty.includes(name)) return 'x'
  return mayHaveLines.includes(name) ? text.replace(/[\n\r\u2028\u2029]/g, ' ') : text
}

function makeRuntime(): Runtime {
  const runtime = new Scorm2004API(runtimeSettings)
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
    load: (elements) => runtime.loadFromFlattenedJSON(elements),
  }
}
