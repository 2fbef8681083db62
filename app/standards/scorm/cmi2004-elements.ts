import { elementFinder, elementsOfTypes, type CmiElement } from './cmi.ts'

/** The data types of SCORM 2004 4th edition RTE 4.1.1. */
export type Cmi2004Type =
  | 'characterstring'
  | 'integer'
  | 'language_type'
  | 'localized_string_type'
  | 'long_identifier_type'
  | 'real'
  | 'response'
  | 'state'
  | 'time'
  | 'timeinterval'

const { readOnly, readWrite, writeOnly } = elementsOfTypes<Cmi2004Type>()

const share = [0, 1] as const
const scaled = [-1, 1] as const
const positive = [0, Infinity] as const

const completions = ['completed', 'incomplete', 'not attempted', 'unknown']
const successes = ['passed', 'failed', 'unknown']
const answers = ['true', 'false', 'unknown']
const kinds = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
]
const timeLimitActions = [
  'exit,message',
  'continue,message',
  'exit,no message',
  'continue,no message',
]

/**
 * Every element of the SCORM 2004 4th edition data model (RTE 4.2 and SN 5.6), in the standard's order.
 * The earlier editions have no other; they lack `adl.data` and `jump`.
 */
export const cmi2004Elements: readonly CmiElement<Cmi2004Type>[] = [
  readOnly('cmi._version', 'characterstring'),
  ...comments('cmi.comments_from_learner', readWrite),
  ...comments('cmi.comments_from_lms', readOnly),
  readWrite('cmi.completion_status', 'state', { words: completions }),
  readOnly('cmi.completion_threshold', 'real', { range: share }),
  readOnly('cmi.credit', 'state', { words: ['credit', 'no-credit'] }),
  readOnly('cmi.entry', 'state', { words: ['ab-initio', 'resume', ''] }),
  writeOnly('cmi.exit', 'state', { words: ['time-out', 'suspend', 'logout', 'normal', ''] }),
  ...collection('cmi.interactions'),
  readWrite('cmi.interactions.n.id', 'long_identifier_type'),
  readWrite('cmi.interactions.n.type', 'state', { words: kinds }),
  ...collection('cmi.interactions.n.objectives'),
  readWrite('cmi.interactions.n.objectives.m.id', 'long_identifier_type'),
  readWrite('cmi.interactions.n.timestamp', 'time'),
  ...collection('cmi.interactions.n.correct_responses'),
  readWrite('cmi.interactions.n.correct_responses.m.pattern', 'response'),
  readWrite('cmi.interactions.n.weighting', 'real'),
  readWrite('cmi.interactions.n.learner_response', 'response'),
  // A number is allowed beside these words.
  readWrite('cmi.interactions.n.result', 'state', {
    words: ['correct', 'incorrect', 'unanticipated', 'neutral'],
  }),
  readWrite('cmi.interactions.n.latency', 'timeinterval'),
  readWrite('cmi.interactions.n.description', 'localized_string_type', { longest: 250 }),
  readOnly('cmi.launch_data', 'characterstring', { longest: 4000 }),
  readOnly('cmi.learner_id', 'long_identifier_type'),
  readOnly('cmi.learner_name', 'localized_string_type', { longest: 250 }),
  readOnly('cmi.learner_preference._children', 'characterstring'),
  readWrite('cmi.learner_preference.audio_level', 'real', { range: positive }),
  readWrite('cmi.learner_preference.language', 'language_type'),
  readWrite('cmi.learner_preference.delivery_speed', 'real', { range: positive }),
  readWrite('cmi.learner_preference.audio_captioning', 'state', { words: ['-1', '0', '1'] }),
  readWrite('cmi.location', 'characterstring', { longest: 1000 }),
  readOnly('cmi.max_time_allowed', 'timeinterval'),
  readOnly('cmi.mode', 'state', { words: ['browse', 'normal', 'review'] }),
  ...collection('cmi.objectives'),
  readWrite('cmi.objectives.n.id', 'long_identifier_type'),
  ...score('cmi.objectives.n'),
  readWrite('cmi.objectives.n.success_status', 'state', { words: successes }),
  readWrite('cmi.objectives.n.completion_status', 'state', { words: completions }),
  readWrite('cmi.objectives.n.progress_measure', 'real', { range: share }),
  readWrite('cmi.objectives.n.description', 'localized_string_type', { longest: 250 }),
  readWrite('cmi.progress_measure', 'real', { range: share }),
  readOnly('cmi.scaled_passing_score', 'real', { range: scaled }),
  ...score('cmi'),
  writeOnly('cmi.session_time', 'timeinterval'),
  readWrite('cmi.success_status', 'state', { words: successes }),
  readWrite('cmi.suspend_data', 'characterstring', { longest: 64_000 }),
  readOnly('cmi.time_limit_action', 'state', { words: timeLimitActions }),
  readOnly('cmi.total_time', 'timeinterval'),
  ...collection('adl.data'),
  readOnly('adl.data.n.id', 'long_identifier_type'),
  readWrite('adl.data.n.store', 'characterstring', { longest: 64_000 }),
  // "continue", "{target=ITEM}choice" and the like: SN 5.6.4.
  readWrite('adl.nav.request', 'characterstring'),
  readOnly('adl.nav.request_valid.continue', 'state', { words: answers }),
  readOnly('adl.nav.request_valid.previous', 'state', { words: answers }),
  readOnly('adl.nav.request_valid.choice.{target=}', 'state', { words: answers }),
  readOnly('adl.nav.request_valid.jump.{target=}', 'state', { words: answers }),
]

const find = elementFinder(cmi2004Elements)

/**
 * The element that a name means ("cmi.objectives.3.id" → "cmi.objectives.n.id",
 * "adl.nav.request_valid.choice.{target=ITEM}" → "….choice.{target=}"); undefined when there is none.
 */
export function elementOf(name: string): CmiElement<Cmi2004Type> | undefined {
  return find(name.replace(/^(adl\.nav\.request_valid\.(?:choice|jump)\.\{target=)[^}]+\}$/, '$1}'))
}

/** Whether content may set the element: it exists and is not the host's own. */
export function mayBeSet(name: string): boolean {
  const element = elementOf(name)
  return element !== undefined && element.access !== 'read-only'
}

function collection(name: string): CmiElement<Cmi2004Type>[] {
  // What an interaction holds of others has no `_children` (RTE 4.2.9).
  const count = readOnly(`${name}._count`, 'integer')
  return name.includes('.n.') ? [count] : [readOnly(`${name}._children`, 'characterstring'), count]
}

function comments(name: string, kept: typeof readOnly): CmiElement<Cmi2004Type>[] {
  return [
    ...collection(name),
    kept(`${name}.n.comment`, 'localized_string_type', { longest: 4000 }),
    kept(`${name}.n.location`, 'characterstring', { longest: 250 }),
    kept(`${name}.n.timestamp`, 'time'),
  ]
}

function score(holder: string): CmiElement<Cmi2004Type>[] {
  return [
    readOnly(`${holder}.score._children`, 'characterstring'),
    readWrite(`${holder}.score.scaled`, 'real', { range: scaled }),
    readWrite(`${holder}.score.raw`, 'real'),
    readWrite(`${holder}.score.min`, 'real'),
    readWrite(`${holder}.score.max`, 'real'),
  ]
}
