import { elementFinder, elementsOfTypes, type CmiElement } from './cmi.ts'

/** The data types of SCORM 1.2 RTE 3.4.2. */
export type CmiType =
  | 'CMIBlank or CMIDecimal'
  | 'CMIDecimal'
  | 'CMIFeedback'
  | 'CMIIdentifier'
  | 'CMIInteger'
  | 'CMISInteger'
  | 'CMIString255'
  | 'CMIString4096'
  | 'CMITime'
  | 'CMITimespan'
  | 'CMIVocabulary'

const { readOnly, readWrite, writeOnly } = elementsOfTypes<CmiType>()

const statuses = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted']
const kinds = [
  'true-false',
  'choice',
  'fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
]
const timeLimitActions = [
  'exit,message',
  'exit,no message',
  'continue,message',
  'continue,no message',
]

/** Every element of the SCORM 1.2 data model (RTE 3.4.4), in the standard's order. */
export const cmi12Elements: readonly CmiElement<CmiType>[] = [
  readOnly('cmi._version', 'CMIString255'),
  readOnly('cmi.core._children', 'CMIString255'),
  readOnly('cmi.core.student_id', 'CMIIdentifier'),
  readOnly('cmi.core.student_name', 'CMIString255'),
  readWrite('cmi.core.lesson_location', 'CMIString255'),
  readOnly('cmi.core.credit', 'CMIVocabulary', { words: ['credit', 'no-credit'] }),
  readWrite('cmi.core.lesson_status', 'CMIVocabulary', { words: statuses }),
  readOnly('cmi.core.entry', 'CMIVocabulary', { words: ['ab-initio', 'resume', ''] }),
  ...score('cmi.core'),
  readOnly('cmi.core.total_time', 'CMITimespan'),
  readOnly('cmi.core.lesson_mode', 'CMIVocabulary', { words: ['browse', 'normal', 'review'] }),
  writeOnly('cmi.core.exit', 'CMIVocabulary', { words: ['time-out', 'suspend', 'logout', ''] }),
  writeOnly('cmi.core.session_time', 'CMITimespan'),
  readWrite('cmi.suspend_data', 'CMIString4096'),
  readOnly('cmi.launch_data', 'CMIString4096'),
  readWrite('cmi.comments', 'CMIString4096'),
  readOnly('cmi.comments_from_lms', 'CMIString4096'),
  readOnly('cmi.objectives._children', 'CMIString255'),
  readOnly('cmi.objectives._count', 'CMIInteger'),
  readWrite('cmi.objectives.n.id', 'CMIIdentifier'),
  ...score('cmi.objectives.n'),
  readWrite('cmi.objectives.n.status', 'CMIVocabulary', { words: statuses }),
  readOnly('cmi.student_data._children', 'CMIString255'),
  readOnly('cmi.student_data.mastery_score', 'CMIDecimal'),
  readOnly('cmi.student_data.max_time_allowed', 'CMITimespan'),
  readOnly('cmi.student_data.time_limit_action', 'CMIVocabulary', { words: timeLimitActions }),
  readOnly('cmi.student_preference._children', 'CMIString255'),
  readWrite('cmi.student_preference.audio', 'CMISInteger', { range: [-1, 100] }),
  readWrite('cmi.student_preference.language', 'CMIString255'),
  readWrite('cmi.student_preference.speed', 'CMISInteger', { range: [-100, 100] }),
  readWrite('cmi.student_preference.text', 'CMISInteger', { range: [-1, 1] }),
  readOnly('cmi.interactions._children', 'CMIString255'),
  readOnly('cmi.interactions._count', 'CMIInteger'),
  writeOnly('cmi.interactions.n.id', 'CMIIdentifier'),
  readOnly('cmi.interactions.n.objectives._count', 'CMIInteger'),
  writeOnly('cmi.interactions.n.objectives.m.id', 'CMIIdentifier'),
  writeOnly('cmi.interactions.n.time', 'CMITime'),
  writeOnly('cmi.interactions.n.type', 'CMIVocabulary', { words: kinds }),
  readOnly('cmi.interactions.n.correct_responses._count', 'CMIInteger'),
  writeOnly('cmi.interactions.n.correct_responses.m.pattern', 'CMIFeedback'),
  writeOnly('cmi.interactions.n.weighting', 'CMIDecimal'),
  writeOnly('cmi.interactions.n.student_response', 'CMIFeedback'),
  // A number ("x.x") is allowed beside these words.
  writeOnly('cmi.interactions.n.result', 'CMIVocabulary', {
    words: ['correct', 'wrong', 'unanticipated', 'neutral'],
  }),
  writeOnly('cmi.interactions.n.latency', 'CMITimespan'),
]

/** The element that a name means ("cmi.objectives.3.id" → "cmi.objectives.n.id"); undefined when there is none. */
export const elementOf = elementFinder(cmi12Elements)

/** Whether content may set the element: it exists and is not the host's own. */
export function mayBeSet(name: string): boolean {
  const element = elementOf(name)
  return element !== undefined && element.access !== 'read-only'
}

function score(holder: string): CmiElement<CmiType>[] {
  return [
    readOnly(`${holder}.score._children`, 'CMIString255'),
    readWrite(`${holder}.score.raw`, 'CMIBlank or CMIDecimal', { range: [0, 100] }),
    readWrite(`${holder}.score.max`, 'CMIBlank or CMIDecimal', { range: [0, 100] }),
    readWrite(`${holder}.score.min`, 'CMIBlank or CMIDecimal', { range: [0, 100] }),
  ]
}
