import {
  applyMastery,
  completionOf,
  scaledScoreOf,
  secondsOf,
  successOf,
  type CmiElements,
  type Completion,
  type Success,
} from '~/standards/scorm/cmi12.ts'

/** What of an item decides how far the learner has come. */
export interface ItemFacts {
  type: 'sco' | 'asset'
  /** 0..100, from the manifest. */
  masteryScore: number | null
}

export interface Progress {
  completion: Completion
  success: Success
  /** 0..1 */
  scoreScaled: number | null
  totalSeconds: number
}

export const notBegun: Progress = {
  completion: 'not attempted',
  success: 'unknown',
  scoreScaled: null,
  totalSeconds: 0,
}

/** The elements that the rules below read; the rest is only kept. */
export const decidingElements = [
  'cmi.core.lesson_status',
  'cmi.core.score.raw',
  'cmi.core.score.min',
  'cmi.core.score.max',
  'cmi.core.exit',
] as const

/** What is told anew in each session, so that a new one begins without them. */
export const sessionElements = ['cmi.core.exit', 'cmi.core.session_time'] as const

export interface ItemBefore {
  progress: Progress
  /** Of the deciding elements, those that the item holds. */
  elements: CmiElements
  /** The session of the item's latest commit; null when there is none. */
  lastSession: string | null
  /** What the commit's own session has been counted as so far. */
  sessionTime: string | undefined
}

export interface AppliedCommit {
  progress: Progress
  /** To be laid over the item's elements. */
  merge: Record<string, string>
  /** To be taken from the item's elements first. */
  drop: readonly string[]
}

/**
 * What one commit makes of an item. Completed and passed stay, the best score stands, and a session's
 * time counts once, as the last that content said of it.
 */
export function applyCommit(
  item: ItemFacts,
  before: ItemBefore,
  commit: { session: string; elements: CmiElements; final: boolean },
): AppliedCommit {
  const drop = before.lastSession === commit.session ? [] : sessionElements
  const kept = Object.fromEntries(
    Object.entries(before.elements).filter(([name]) => !drop.some((gone) => gone === name)),
  )
  const elements = { ...kept, ...commit.elements }
  const status = item.type === 'asset' ? 'completed' : statusOf(item, elements, commit.final)
  const said = elements['cmi.core.lesson_status']
  const merge = { ...commit.elements }
  if (item.type === 'sco' && status !== undefined && status !== said) {
    merge['cmi.core.lesson_status'] = status
  }
  const progress: Progress = {
    completion: furthest(before.progress.completion, begun(completionOf(status))),
    success: better(before.progress.success, successOf(status)),
    scoreScaled: highest(before.progress.scoreScaled, scaledScoreOf(elements)),
    totalSeconds: before.progress.totalSeconds + secondsAdded(before, commit.elements),
  }
  return { progress, merge, drop }
}

/**
 * The lesson status that counts. Content that ends without having set one has completed the item
 * (SCORM 1.2 RTE 3.4.4, cmi.core.lesson_status: "Additional Behavior Requirements"), unless it
 * asked to be resumed. Then the manifest's mastery score has its say.
 */
function statusOf(item: ItemFacts, elements: CmiElements, finished: boolean): string | undefined {
  const said = elements['cmi.core.lesson_status']
  const isOver = finished && elements['cmi.core.exit'] !== 'suspend'
  const judged =
    said === undefined && isOver ? { ...elements, 'cmi.core.lesson_status': 'completed' } : elements
  return applyMastery(judged, { masteryScore: item.masteryScore, finished })
}

/** A commit is a beginning, whatever it says. */
const begun = (completion: Completion): Completion =>
  completion === 'not attempted' ? 'incomplete' : completion

const completionOrder: readonly Completion[] = ['not attempted', 'incomplete', 'completed']
const successOrder: readonly Success[] = ['unknown', 'failed', 'passed']

const furthest = (a: Completion, b: Completion) =>
  completionOrder.indexOf(a) >= completionOrder.indexOf(b) ? a : b

const better = (a: Success, b: Success) =>
  successOrder.indexOf(a) >= successOrder.indexOf(b) ? a : b

function highest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

function secondsAdded({ sessionTime }: ItemBefore, changed: CmiElements): number {
  const told = secondsOf(changed['cmi.core.session_time'])
  if (told === null) return 0
  return Math.round(told) - Math.round(secondsOf(sessionTime) ?? 0)
}

/**
 * An attempt's standing, from its launchable items: completed when all that talk to the runtime are
 * (where none does, all of them), failed when one is, passed when it is completed and at least one is
 * passed. The score is the mean of the items that have one; time is the sum.
 */
export function rollUp(items: readonly (ItemFacts & Progress)[]): Progress {
  const talking = items.filter(({ type }) => type === 'sco')
  const counted = talking.length > 0 ? talking : items
  const isCompleted =
    counted.length > 0 && counted.every(({ completion }) => completion === 'completed')
  const isBegun = items.some(({ completion }) => completion !== 'not attempted')
  const scores = counted.flatMap(({ scoreScaled }) => scoreScaled ?? [])
  const has = (wanted: Success) => counted.some(({ success }) => success === wanted)
  return {
    completion: isCompleted ? 'completed' : isBegun ? 'incomplete' : 'not attempted',
    success: has('failed') ? 'failed' : isCompleted && has('passed') ? 'passed' : 'unknown',
    scoreScaled:
      scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    totalSeconds: items.reduce((sum, { totalSeconds }) => sum + totalSeconds, 0),
  }
}
