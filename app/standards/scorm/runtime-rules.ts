import { refusalOf12 } from './cmi12-refusal.ts'
import {
  decidingElements12,
  judge12,
  keptWords12,
  secondsOf as secondsOf12,
  sessionElements12,
} from './cmi12.ts'
import { refusalOf2004 } from './cmi2004-refusal.ts'
import {
  decidingElements2004,
  judge2004,
  keptWords2004,
  secondsOf as secondsOf2004,
  sessionElements2004,
  verdictElements2004,
} from './cmi2004.ts'
import type { CmiElements, Judgement, ScoFacts, SessionSaid, Standing } from './cmi.ts'
import type { ScormEdition } from './edition.ts'
import type { RefusalOf } from './element-refusal.ts'

/** The two run-time environments: that of SCORM 1.2, and that which the editions of 2004 share. */
export type Runtime = '1.2' | '2004'

/** What the server needs to know of a runtime to save what its content says. */
export interface RuntimeRules {
  /** Why content may not set an element to a value. */
  refusalOf: RefusalOf
  /** What the elements come to; they are at least those that decide. */
  judge: (facts: ScoFacts, elements: CmiElements, said: SessionSaid) => Judgement
  /** The words that a new session begins with where completed and passed stay. */
  keptWords: (elements: CmiElements, standing: Standing) => CmiElements
  /** Of the elements, those that are a verdict and count for their session only. */
  verdictElements: readonly string[]
  /** Where content tells how long the session has been. */
  sessionTime: string
  /** The seconds of a session time; null when it is not one. */
  secondsOf: (text: string | undefined) => number | null
  /** What is told anew in each session. */
  sessionElements: readonly string[]
}

const rules: Record<Runtime, RuntimeRules> = {
  '1.2': {
    refusalOf: refusalOf12,
    judge: judge12,
    keptWords: keptWords12,
    verdictElements: [],
    sessionTime: 'cmi.core.session_time',
    secondsOf: secondsOf12,
    sessionElements: sessionElements12,
  },
  '2004': {
    refusalOf: refusalOf2004,
    judge: judge2004,
    keptWords: keptWords2004,
    verdictElements: verdictElements2004,
    sessionTime: 'cmi.session_time',
    secondsOf: secondsOf2004,
    sessionElements: sessionElements2004,
  },
}

/** The run-time environment that a package's edition is played in. */
export function runtimeOf(edition: ScormEdition): Runtime {
  return edition === '1.2' ? '1.2' : '2004'
}

/** The rules of a package's run-time environment. */
export function runtimeRules(edition: ScormEdition): RuntimeRules {
  return rules[runtimeOf(edition)]
}

/** What any runtime's judge reads: the names differ, so one question serves both. */
export const decidingElements: readonly string[] = [...decidingElements12, ...decidingElements2004]

/** Where any runtime's content tells the session's time. */
export const sessionTimeElements: readonly string[] = Object.values(rules).map(
  ({ sessionTime }) => sessionTime,
)
