import {
  toldElement,
  type CmiElements,
  type Completion,
  type ScoFacts,
  type Success,
} from '~/standards/scorm/cmi.ts'
import type { RuntimeRules } from '~/standards/scorm/runtime-rules.ts'

/** What one session may count as: real ones are shorter, and some content counts from 1970. */
const longestSession = 9999 * 3600
/** What any sum of seconds stops at: the database holds 2,147,483,647. */
export const mostSeconds = 2_000_000_000

/** What of an item decides how far the learner has come. */
export interface ItemFacts extends ScoFacts {
  type: 'sco' | 'asset'
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
 * @param rules of the package's runtime
 */
export function applyCommit(
  item: ItemFacts,
  before: ItemBefore,
  commit: { session: string; elements: CmiElements; final: boolean },
  rules: RuntimeRules,
): AppliedCommit {
  const drop = before.lastSession === commit.session ? [] : rules.sessionElements
  const kept = Object.entries(before.elements).filter(([name]) => !drop.includes(name))
  const elements = { ...Object.fromEntries(kept), ...commit.elements }
  const told = toldBy(elements[toldElement], commit.elements, rules)
  const { completion, success, scoreScaled, settled } =
    item.type === 'sco' ? rules.judge(item, elements, { finished: commit.final, told }) : shown
  const progress: Progress = {
    completion: furthest(before.progress.completion, begun(completion)),
    success: better(before.progress.success, success),
    scoreScaled: highest(before.progress.scoreScaled, scoreScaled),
    totalSeconds: countable(
      before.progress.totalSeconds + secondsAdded(before, commit.elements, rules),
    ),
  }
  const merge = {
    ...commit.elements,
    ...settled,
    ...(told.length > 0 && { [toldElement]: told.join(' ') }),
  }
  return { progress, merge, drop }
}

/** The verdicts that a session has set so far, with those of a commit. */
function toldBy(
  before: string | undefined,
  changed: CmiElements,
  { verdictElements }: RuntimeRules,
): string[] {
  const earlier = before?.split(' ') ?? []
  return verdictElements.filter((name) => earlier.includes(name) || name in changed)
}

/** What only shows itself has been shown, and that is all there is to it. */
const shown = {
  completion: 'completed',
  success: 'unknown',
  scoreScaled: null,
  settled: {},
} as const

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

function secondsAdded(
  before: ItemBefore,
  changed: CmiElements,
  { secondsOf, sessionTime }: RuntimeRules,
): number {
  const counted = (text: string | undefined) => {
    const seconds = secondsOf(text)
    return seconds === null ? null : Math.round(Math.min(seconds, longestSession))
  }
  const told = counted(changed[sessionTime])
  return told === null ? 0 : told - (counted(before.sessionTime) ?? 0)
}

const countable = (seconds: number) => Math.min(Math.max(0, seconds), mostSeconds)

/** An item as an attempt's standing sees it. */
export type ItemStanding = Progress & Pick<ItemFacts, 'type' | 'tracked'>

/**
 * An attempt's standing, from its launchable items: completed when all that talk to the runtime are
 * (where none does, all of them), failed when one is, passed when it is completed and at least one is
 * passed. Items that the manifest does not track are left out of that, unless there are no others. The
 * score is the mean of the items that have one; time is the sum.
 */
export function rollUp(items: readonly ItemStanding[]): Progress {
  const tracked = orAll(items, (item) => item.tracked)
  const counted = orAll(tracked, ({ type }) => type === 'sco')
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
    totalSeconds: countable(items.reduce((sum, { totalSeconds }) => sum + totalSeconds, 0)),
  }
}

/** The items that are wanted; all of them where none is. */
function orAll(
  items: readonly ItemStanding[],
  isWanted: (item: ItemStanding) => boolean,
): readonly ItemStanding[] {
  const wanted = items.filter(isWanted)
  return wanted.length > 0 ? wanted : items
}
