import { Refusal } from '~/kernel/refusal.ts'
import { secondsOf } from './cmi12.ts'
import { shortened } from './xml-text.ts'

const timeLimitActions = [
  'exit,message',
  'exit,no message',
  'continue,message',
  'continue,no message',
] as const
/** What content is to do when the time is out (SCORM 1.2 CAM 2.3, adlcp:timelimitaction). */
export type TimeLimitAction = (typeof timeLimitActions)[number]

/**
 * adlcp:masteryscore as 0..100; null when there is none. A decimal comma is read as a point.
 * @throws Refusal package.mastery-score for anything else: it decides who has passed, so it is not guessed
 */
export function masteryScoreOf(text: string | null, item: string): number | null {
  if (text === null) return null
  const score = /^\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN
  if (score >= 0 && score <= 100) return score
  const detail = { item: shortened(item, 80), value: shortened(text, 40) }
  throw new Refusal('package.mastery-score', detail, {
    clause: 'SCORM 1.2 CAM 2.3, adlcp:masteryscore',
  })
}

/** adlcp:maxtimeallowed; null when it is none. The content keeps the time, not we, so an odd one costs nothing. */
export function maxTimeOf(text: string | null): string | null {
  return text !== null && secondsOf(text) !== null ? text : null
}

/** adlcp:timelimitaction in its usual spelling; null when it is none of the four. */
export function timeLimitActionOf(text: string | null): TimeLimitAction | null {
  const spelled = text?.toLowerCase().replace(/\s*,\s*/, ',')
  return timeLimitActions.find((action) => action === spelled) ?? null
}
