import {
  decimalOf,
  scaledBetween,
  toldElement,
  type CmiElements,
  type Completion,
  type Judgement,
  type ScoFacts,
  type SeedSource,
  type SessionSaid,
  type Standing,
  type Success,
} from './cmi.ts'
import { mayBeSet } from './cmi2004-elements.ts'
import type { ActivitySequencing } from './sequencing.ts'

// Clauses are those of SCORM 2004 4th edition; the earlier editions say the same under other numbers.

/** The elements that are a verdict of content's own when it sets them. */
export const verdictElements2004 = [
  'cmi.completion_status',
  'cmi.success_status',
  'cmi.progress_measure',
] as const

/** The elements that judge2004 reads. */
export const decidingElements2004 = [
  'cmi.completion_status',
  'cmi.success_status',
  'cmi.progress_measure',
  'cmi.score.scaled',
  'cmi.score.raw',
  'cmi.score.min',
  'cmi.score.max',
  'cmi.exit',
  'adl.nav.request',
  toldElement,
] as const

/** What is told anew in each session, so that a new one begins without it. */
export const sessionElements2004 = [
  'cmi.exit',
  'cmi.session_time',
  'adl.nav.request',
  toldElement,
] as const

/**
 * What the elements say of completion. Where the manifest has a completion threshold and content tells
 * how far the learner has come, that decides, whatever status content has set (RTE 4.2.4.1);
 * otherwise the status stands. 'not attempted' also for "unknown" and for nothing.
 */
export function completionOf(
  elements: CmiElements,
  completionThreshold: number | null = null,
): Completion {
  const measure = decimalOf(elements['cmi.progress_measure'])
  if (completionThreshold !== null && measure !== null) {
    return measure >= completionThreshold ? 'completed' : 'incomplete'
  }
  const said = elements['cmi.completion_status']
  return said === 'completed' || said === 'incomplete' ? said : 'not attempted'
}

/**
 * What the elements say of success. Where the manifest has a passing score and content tells a scaled
 * score, that decides, whatever status content has set (RTE 4.2.22.1); otherwise the status stands.
 */
export function successOf(
  elements: CmiElements,
  scaledPassingScore: number | null = null,
): Success {
  const scaled = decimalOf(elements['cmi.score.scaled'])
  if (scaledPassingScore !== null && scaled !== null) {
    return scaled >= scaledPassingScore ? 'passed' : 'failed'
  }
  const said = elements['cmi.success_status']
  return said === 'passed' || said === 'failed' ? said : 'unknown'
}

/**
 * The score as 0..1: cmi.score.scaled, below 0 as 0 (RTE 4.2.20: it is -1..1); without it the raw score
 * between min and max where content tells all three. Null when there is no score.
 */
export function scaledScoreOf(elements: CmiElements): number | null {
  const scaled = decimalOf(elements['cmi.score.scaled'])
  if (scaled !== null) return scaledBetween(scaled, 0, 1)
  const [raw, min, max] = ['raw', 'min', 'max'].map((part) =>
    decimalOf(elements[`cmi.score.${part}`]),
  )
  if (raw == null || min == null || max == null) return null
  return scaledBetween(raw, min, max)
}

/**
 * How far a SCO's elements say that the learner has come. A score is judged when this session of the
 * content has given a verdict, has completed, or has left for good: half a test is not a failed one, a
 * first right answer not a passed one, and what was said last time is no verdict on this one. Content
 * that leaves without a word of completion has completed the item, and content that leaves it completed
 * without a word or a score has passed it, unless it has promised to say so itself or the manifest has
 * a limit to judge by (SN, UP.4).
 */
export function judge2004(
  facts: ScoFacts,
  elements: CmiElements,
  { finished, told }: SessionSaid,
): Judgement {
  const isLeft = finished && !isSuspended(elements)
  const completion = isLeft ? completionLeft(facts, elements) : completionSaid(facts, elements)
  const ofSession = Object.fromEntries(told.map((name) => [name, elements[name] ?? '']))
  const isJudged =
    isLeft || successOf(ofSession) !== 'unknown' || completionSaid(facts, ofSession) === 'completed'
  const passesSilently = isLeft && completion === 'completed' && isPassedBySilence(facts, elements)
  const judged = isJudged ? successOf(elements, facts.scaledPassingScore) : 'unknown'
  const success = passesSilently ? 'passed' : judged
  const settled = {
    ...(completion !== 'not attempted' && { 'cmi.completion_status': completion }),
    ...(success !== 'unknown' && { 'cmi.success_status': success }),
  }
  return {
    completion,
    success,
    isSuccessOpen: !isJudged,
    scoreScaled: scaledScoreOf(elements),
    settled: Object.fromEntries(
      Object.entries(settled).filter(([name, word]) => elements[name] !== word),
    ),
  }
}

/**
 * The statuses that a new session begins with where completed and passed stay: those of the standing,
 * where content has said less since.
 */
export const keptWords2004 = (_: CmiElements, { completion, success }: Standing): CmiElements => ({
  ...(completion === 'completed' && { 'cmi.completion_status': completion }),
  ...(success === 'passed' && { 'cmi.success_status': success }),
})

const completionSaid = ({ completionThreshold }: ScoFacts, elements: CmiElements) =>
  completionOf(elements, completionThreshold)

function completionLeft(facts: ScoFacts, elements: CmiElements): Completion {
  const isSilent = isUnknown(elements['cmi.completion_status'])
  const maySay = !facts.completionSetByContent && facts.completionThreshold === null
  return isSilent && maySay ? 'completed' : completionSaid(facts, elements)
}

function isPassedBySilence(facts: ScoFacts, elements: CmiElements): boolean {
  const isSilent =
    isUnknown(elements['cmi.success_status']) &&
    elements['cmi.score.scaled'] === undefined &&
    elements['cmi.score.raw'] === undefined
  const maySay = facts.tracked && !facts.objectiveSetByContent && facts.scaledPassingScore === null
  return isSilent && maySay
}

/** Content wants to be resumed: by its exit (RTE 4.2.8), or by leaving with everything suspended (SN 5.6.4). */
function isSuspended(elements: CmiElements): boolean {
  return elements['cmi.exit'] === 'suspend' || elements['adl.nav.request'] === 'suspendAll'
}

const isUnknown = (status: string | undefined) => status === undefined || status === 'unknown'

// Years and months have no length of their own: the mean of four years, a twelfth of it.
const year = 365.25 * 86_400
const units = [year, year / 12, 86_400, 3600, 60, 1]

/**
 * Seconds in a timeinterval(second,10,2), "P1Y2M3DT4H5M6.78S" (RTE 4.1.1.7); null for anything else,
 * and for one of more digits than a number holds.
 */
export function secondsOf(duration: string | undefined): number | null {
  const number = String.raw`(\d+(?:\.\d+)?)`
  const date = `(?:${number}Y)?(?:${number}M)?(?:${number}D)?`
  const time = `(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?`
  const parts = new RegExp(`^P(?=.)${date}${time}$`).exec(duration ?? '')
  if (!parts) return null
  const sum = units.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0)
  return Number.isFinite(sum) ? sum : null
}

/** Seconds as a timeinterval(second,10,2), "PT1H2M3.5S", to the hundredth; "PT0S" for none. */
export function durationOf(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100)
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6_000) % 60
  const rest = (hundredths % 6_000) / 100
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`]
  return `PT${parts.filter(Boolean).join('') || '0S'}`
}

/** The ids of an activity's objectives, the primary one first; one without an id is left out (RTE 4.2.17). */
export function objectiveIdsOf(
  sequencing: Pick<ActivitySequencing, 'objectives'> | null,
): string[] {
  if (!sequencing) return []
  const { primary, others } = sequencing.objectives
  return [primary, ...others].flatMap((objective) => objective?.objectiveId?.trim() || [])
}

/**
 * The data that a launch begins with: the host's own elements afresh, and all that content has set
 * before, except what belongs to one session. The item's objectives stand first, in the manifest's
 * order (RTE 4.2.17: the host initialises them). In the standard a learner who had not suspended
 * begins anew with nothing kept (RTE 2.1); here the state stays, and only `entry` tells it.
 * What the manifest leaves out is left out, so that content is answered "not initialized" (403).
 */
export function seedElements2004({ item, state, learner }: SeedSource): Record<string, string> {
  const kept = Object.entries(state?.elements ?? {}).filter(([name]) => outlivesSession(name))
  const objectives = item.objectives.map((id, index) => [`cmi.objectives.${index}.id`, id])
  const facts = {
    'cmi.launch_data': item.dataFromLms,
    'cmi.completion_threshold': item.completionThreshold,
    'cmi.scaled_passing_score': item.scaledPassingScore,
    'cmi.max_time_allowed': item.maxTimeAllowed,
    'cmi.time_limit_action': item.timeLimitAction,
  }
  const given = Object.entries(facts).filter(([, value]) => value !== null)
  return {
    ...Object.fromEntries(kept),
    ...(Object.fromEntries(objectives) as Record<string, string>),
    ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    'cmi.learner_id': learner.id,
    'cmi.learner_name': learner.name,
    'cmi.credit': 'credit',
    'cmi.mode': 'normal',
    'cmi.entry': entryOf(state),
    'cmi.total_time': durationOf(state?.totalSeconds ?? 0),
  }
}

function outlivesSession(name: string): boolean {
  return mayBeSet(name) && !sessionElements2004.some((own) => own === name)
}

/**
 * cmi.entry (RTE 4.2.7): 'ab-initio' the first time, 'resume' after a suspended session, '' after one
 * that ended, also where content set no exit: that is "" to begin with (RTE 4.2.8). A session that
 * content never ended (the tab was closed) counts as suspended.
 */
function entryOf(state: SeedSource['state']): 'ab-initio' | 'resume' | '' {
  if (!state || Object.keys(state.elements).length === 0) return 'ab-initio'
  return !state.isEnded || isSuspended(state.elements) ? 'resume' : ''
}
