import { mayBeSet } from './cmi12-elements.ts'
import {
  decimalOf,
  scaledBetween,
  type CmiElements,
  type Completion,
  type Judgement,
  type ScoFacts,
  type SeedSource,
  type Standing,
  type Success,
} from './cmi.ts'

/**
 * What a lesson status (RTE 3.4.4, cmi.core.lesson_status) says of completion. The standard has one
 * word for both: passed implies completed; failed means that the work is still to be done.
 */
export function completionOf(lessonStatus: string | undefined): Completion {
  if (lessonStatus === 'completed' || lessonStatus === 'passed') return 'completed'
  const begun = ['incomplete', 'failed', 'browsed'].includes(lessonStatus ?? '')
  return begun ? 'incomplete' : 'not attempted'
}

/** What a lesson status says of success; 'unknown' unless passed or failed. */
export function successOf(lessonStatus: string | undefined): Success {
  return lessonStatus === 'passed' || lessonStatus === 'failed' ? lessonStatus : 'unknown'
}

/**
 * The score as 0..1, from cmi.core.score.raw between min and max, which are 0 and 100 where content
 * says nothing (RTE 3.4.4: raw is 0..100). A raw score beyond them counts as the nearest; null when
 * there is no score, or when min and max leave no room for one.
 */
export function scaledScoreOf(elements: CmiElements): number | null {
  const raw = decimalOf(elements['cmi.core.score.raw'])
  const min = decimalOf(elements['cmi.core.score.min']) ?? 0
  const max = decimalOf(elements['cmi.core.score.max']) ?? 100
  return raw === null ? null : scaledBetween(raw, min, max)
}

/**
 * Seconds in a CMITimespan, "HHHH:MM:SS.SS" (RTE 3.4.2); null for anything else. Minutes and seconds
 * up to 99 are taken as they stand, since the standard names digits and no range. Real content writes
 * fewer digits and more: that is time spent too.
 */
export function secondsOf(timespan: string | undefined): number | null {
  const parts = /^(\d{1,9}):(\d{1,2}):(\d{1,2}(?:\.\d*)?)$/.exec(timespan ?? '')
  if (!parts) return null
  return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])
}

const longestTimespan = 9999 * 3600 + 59 * 60 + 59.99

/** Seconds as a CMITimespan, "0001:02:03.50", to the hundredth; at most "9999:59:59.99". */
export function timespanOf(seconds: number): string {
  const hundredths = Math.round(Math.min(Math.max(0, seconds), longestTimespan) * 100)
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  const hours = pad(hundredths / 360_000, 4)
  const minutes = pad((hundredths / 6_000) % 60, 2)
  return `${hours}:${minutes}:${pad((hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`
}

/**
 * The lesson status after the mastery score of the manifest has had its say (RTE 3.4.4,
 * cmi.core.lesson_status and cmi.student_data.mastery_score): taken for credit, with a raw score, a
 * status that says nothing of success becomes passed or failed. What content itself has called
 * passed or failed stands. While the learner is under way ("incomplete", or left to be resumed)
 * nothing is judged: half a test is not a failed one.
 * @param finished whether content has called LMSFinish with these elements
 */
export function applyMastery(
  elements: CmiElements,
  { masteryScore, finished }: { masteryScore: number | null; finished: boolean },
): string | undefined {
  const status = elements['cmi.core.lesson_status']
  const raw = decimalOf(elements['cmi.core.score.raw'])
  if (masteryScore === null || raw === null) return status
  const left = finished && elements['cmi.core.exit'] !== 'suspend'
  const open = status === undefined || status === 'incomplete' || status === 'not attempted'
  if (status !== 'completed' && !(open && left)) return status
  return raw >= masteryScore ? 'passed' : 'failed'
}

/** The elements that judge12 reads. */
export const decidingElements12 = [
  'cmi.core.lesson_status',
  'cmi.core.score.raw',
  'cmi.core.score.min',
  'cmi.core.score.max',
  'cmi.core.exit',
] as const

/**
 * How far a SCO's elements say that the learner has come. Content that ends without having set a
 * lesson status has completed the item (RTE 3.4.4, cmi.core.lesson_status: "Additional Behavior
 * Requirements"), unless it asked to be resumed. Then the manifest's mastery score has its say.
 * @param finished whether content has called LMSFinish with these elements
 * @param passedCompletes false where only content's own "completed" completes
 */
export function judge12(
  { masteryScore }: Pick<ScoFacts, 'masteryScore'>,
  elements: CmiElements,
  { finished, passedCompletes = true }: { finished: boolean; passedCompletes?: boolean },
): Judgement {
  const said = elements['cmi.core.lesson_status']
  const isOver = finished && elements['cmi.core.exit'] !== 'suspend'
  const ended =
    said === undefined && isOver ? { ...elements, 'cmi.core.lesson_status': 'completed' } : elements
  const status = applyMastery(ended, { masteryScore, finished })
  const word = ended['cmi.core.lesson_status']
  const isPassedAlone = !passedCompletes && status === 'passed'
  const completion = isPassedAlone && word !== 'completed' ? 'incomplete' : completionOf(status)
  // Where passed is not completed, content's own "completed" must not be lost under our "passed".
  const kept = isPassedAlone && word === 'completed' ? word : status
  return {
    completion,
    success: successOf(status),
    // One word says both: whatever it is, it is the latest of success, too.
    isSuccessOpen: false,
    scoreScaled: scaledScoreOf(elements),
    settled: kept === undefined || kept === said ? {} : { 'cmi.core.lesson_status': kept },
  }
}

/**
 * The lesson status that a new session begins with where completed and passed stay: the word of the
 * standing, where content has said less since.
 */
export function keptWords12(elements: CmiElements, { completion, success }: Standing): CmiElements {
  const word = elements['cmi.core.lesson_status']
  const isPassed = success === 'passed' && successOf(word) !== 'passed'
  const isCompleted = success === 'unknown' && completionOf(word) !== 'completed'
  if (isPassed) return { 'cmi.core.lesson_status': 'passed' }
  return completion === 'completed' && isCompleted ? { 'cmi.core.lesson_status': 'completed' } : {}
}

/** What is told anew in each session, so that a new one begins without it. */
export const sessionElements12 = ['cmi.core.exit', 'cmi.core.session_time'] as const

/**
 * The data that a launch begins with (RTE 3.4.4): the host's own elements afresh, and all that content
 * has set before, except what belongs to one session (exit, session time). Interactions are kept so
 * that `_count` goes on where it was. Taken for credit in normal mode, always: a learner who opens a
 * finished module again may still learn, and the attempt's own rules keep it from falling back.
 */
export function seedElements12({ item, state, learner }: SeedSource): Record<string, string> {
  const kept = Object.entries(state?.elements ?? {}).filter(([name]) => outlivesSession(name))
  return {
    'cmi.core.lesson_location': '',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.suspend_data': '',
    ...Object.fromEntries(kept),
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': learner.name,
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.entry': entryOf(state),
    'cmi.core.total_time': timespanOf(state?.totalSeconds ?? 0),
    'cmi.launch_data': item.dataFromLms ?? '',
    'cmi.student_data.mastery_score': item.masteryScore === null ? '' : String(item.masteryScore),
    'cmi.student_data.max_time_allowed': item.maxTimeAllowed ?? '',
    'cmi.student_data.time_limit_action': item.timeLimitAction ?? '',
  }
}

function outlivesSession(name: string): boolean {
  return mayBeSet(name) && !sessionElements12.some((own) => own === name)
}

/**
 * cmi.core.entry: 'ab-initio' the first time, 'resume' after a suspended session, '' after one that
 * ended, also where content set no exit: that is "" to begin with (RTE 3.4.4). A session that content
 * never ended (the tab was closed) counts as suspended.
 */
function entryOf(state: SeedSource['state']): 'ab-initio' | 'resume' | '' {
  if (!state || Object.keys(state.elements).length === 0) return 'ab-initio'
  return !state.isEnded || state.elements['cmi.core.exit'] === 'suspend' ? 'resume' : ''
}
