import * as scormAgain from 'scorm-again/scorm12'
import {
  usualWords,
  type CmiElements,
  type SeedSource,
  type Standing,
  type WordRules,
} from '~/standards/scorm/cmi.ts'
import { elementOf, type CmiType } from '~/standards/scorm/cmi12-elements.ts'
import { refusalOf12 } from '~/standards/scorm/cmi12-refusal.ts'
import {
  completionOf,
  judge12,
  keptWords12,
  secondsOf,
  seedElements12,
  sessionElements12,
  successOf,
} from '~/standards/scorm/cmi12.ts'
import { hasPlainIndices, type ElementRefusal } from '~/standards/scorm/element-refusal.ts'
import {
  isLoaded,
  runtimeSettings,
  ScormItem,
  textOf,
  type Dialect,
  type Runtime,
  type ScormPorts,
} from './scorm-item.ts'

// The package's types speak of a default export; what it has is a named one (3.4.3).
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof scormAgain.default }

/** What content finds as window.API (SCORM 1.2 RTE 3.3). Everything it is answered is a string. */
export interface Scorm12Api {
  LMSInitialize: (parameter: unknown) => string
  LMSFinish: (parameter: unknown) => string
  LMSGetValue: (element: unknown) => string
  LMSSetValue: (element: unknown, value: unknown) => string
  LMSCommit: (parameter: unknown) => string
  LMSGetLastError: () => string
  LMSGetErrorString: (code: unknown) => string
  LMSGetDiagnostic: (code: unknown) => string
}

const generalException = '101'
const notInitialized = ['301', '301'] as const
const invalidArgument = '201'
const noChildren = '202'
const noArray = '203'
const notImplemented = '401'
const isKeyword = '402'
const readOnly = '403'
const wrongType = '405'

/** RTE 3.3.4. */
const dialect: Dialect = {
  makeRuntime,
  seedElements: seedElements12,
  elementOf,
  refusalOf: refusalOf12,
  errorOf,
  standIns: ({ element: { name, type }, value }) => [
    ...(type === 'CMISInteger' ? [String(Number(value))] : []),
    name === 'cmi.interactions.n.result' ? 'neutral' : standIns[type as CmiType],
  ],
  errors: {
    getting: notInitialized,
    setting: notInitialized,
    committing: notInitialized,
    ending: notInitialized,
    commitFailed: generalException,
    endFailed: generalException,
    unknownElement: notImplemented,
    writeOnly: '404',
    wrongValue: [wrongType],
    valueMissing: '0',
  },
  seedAgain,
}

/** What the library takes for any element of the type. */
const standIns: Record<CmiType, string> = {
  'CMIBlank or CMIDecimal': '0',
  CMIDecimal: '0',
  CMIFeedback: 'x',
  CMIIdentifier: 'x',
  CMIInteger: '0',
  CMISInteger: '0',
  CMIString255: 'x',
  CMIString4096: 'x',
  CMITime: '00:00:00',
  CMITimespan: '00:00:00',
  CMIVocabulary: '',
}

/** RTE 3.3.4: what asks for a keyword of something that has none is told so. */
const keyword = /\._(children|count|version)$/

function errorOf({ code, element }: ElementRefusal): string {
  if (code === 'index') return invalidArgument
  if (code !== 'read-only' && code !== 'unknown-element') return wrongType
  if (keyword.test(element)) return isKeyword
  return code === 'read-only' ? readOnly : notImplemented
}

/** The API of an item of SCORM 1.2. */
export class Scorm12Item extends ScormItem {
  constructor(seed: SeedSource, ports: ScormPorts) {
    super(dialect, seed, ports)
  }

  /** The functions that content calls, which know nothing of `this`. */
  get api(): Scorm12Api {
    return {
      LMSInitialize: (parameter) => this.initialize(textOf(parameter)),
      LMSFinish: (parameter) => this.terminate(textOf(parameter)),
      LMSGetValue: (element) => this.getValue(textOf(element)),
      LMSSetValue: (element, value) => this.setValue(textOf(element), textOf(value)),
      LMSCommit: (parameter) => this.commit(textOf(parameter)),
      LMSGetLastError: () => this.lastError(),
      LMSGetErrorString: (code) => this.errorString(textOf(code)),
      LMSGetDiagnostic: (code) => this.diagnostic(textOf(code)),
    }
  }

  protected override getOwn(element: string): string | undefined {
    if (!hasPlainIndices(element)) return this.refuse(invalidArgument, '')
    if (elementOf(element)) return undefined
    const [, asked] = keyword.exec(element) ?? []
    if (asked === 'children') return this.refuse(noChildren, '')
    return asked === 'count' ? this.refuse(noArray, '') : undefined
  }
}

function makeRuntime(): Runtime {
  const runtime = new Scorm12API(runtimeSettings)
  return {
    initialize: (parameter) => runtime.LMSInitialize(parameter),
    terminate: (parameter) => runtime.LMSFinish(parameter),
    getValue: (element) => runtime.LMSGetValue(element),
    setValue: (element, value) => runtime.LMSSetValue(element, value),
    commit: (parameter) => runtime.LMSCommit(parameter),
    lastError: () => runtime.LMSGetLastError(),
    errorString: (code) => runtime.LMSGetErrorString(code),
    diagnostic: (code) => runtime.LMSGetDiagnostic(code),
    load: (element, value) => isLoaded(runtime, element, value, wrongType),
  }
}

// Some content ends a session on one page and begins another on the next, all in one item.
function seedAgain(seed: SeedSource, set: CmiElements): SeedSource {
  const { state, item, rules = usualWords } = seed
  const before = Object.entries(state?.elements ?? {}).filter(
    ([name]) => !sessionElements12.some((own) => own === name),
  )
  const seconds = secondsOf(set['cmi.core.session_time']) ?? 0
  const elements = settledWords({ ...Object.fromEntries(before), ...set }, item.masteryScore, rules)
  const kept = rules.keepsStatus ? keptWords12(elements, standingOf(seed)) : {}
  return {
    ...seed,
    state: {
      elements: { ...elements, ...kept },
      totalSeconds: (state?.totalSeconds ?? 0) + seconds,
      isEnded: true,
    },
  }
}

/** With the word that the server comes to at the end of the session. */
function settledWords(
  elements: CmiElements,
  masteryScore: number | null,
  { appliesLimits, passedCompletes }: WordRules,
): CmiElements {
  const facts = { masteryScore: appliesLimits ? masteryScore : null }
  return { ...elements, ...judge12(facts, elements, { finished: true, passedCompletes }).settled }
}

/** What the session that has ended began with. */
function standingOf({ state }: SeedSource): Standing {
  const word = state?.elements['cmi.core.lesson_status']
  return { completion: completionOf(word), success: successOf(word) }
}
