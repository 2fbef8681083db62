import { usualRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import {
  toldElement,
  type CmiElements,
  type Completion,
  type Judgement,
  type ScoFacts,
  type Success,
} from '~/standards/scorm/cmi.ts'
import type { RuntimeRules } from '~/standards/scorm/runtime-rules.ts'

/** What one session may count as: real ones are shorter, and some content counts from 1970. */
export const longestSession = 9999 * 3600
/** What any sum of seconds stops at: the database holds 2,147,483,647. */
export const mostSeconds = 2_000_000_000

/**
 * Kept beside an item's elements, and under no standard's name: the score that stands is the one that
 * the learner had when the item was first settled.
 */
export const scoredElement = 'samsyn.scored'

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
  /** All that the item holds. */
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
  /** What the item then holds. */
  elements: CmiElements
}

/**
 * What one commit makes of an item, by the rules that its attempt began with: usually completed and
 * passed stay and the best score stands. A session's time counts once, as the last that content said of
 * it.
 * @param rules of the package's runtime
 */
export function applyCommit(
  item: ItemFacts,
  before: ItemBefore,
  commit: { session: string; elements: CmiElements; final: boolean },
  rules: RuntimeRules,
  attemptRules: AttemptRules = usualRules,
): AppliedCommit {
  const drop = before.lastSession === commit.session ? [] : rules.sessionElements
  const elements = { ...before.elements }
  for (const name of drop) delete elements[name]
  Object.assign(elements, commit.elements)
  const told = toldBy(elements[toldElement], commit.elements, rules)
  const { passedCompletes, appliesLimits } = attemptRules
  const facts = appliesLimits ? item : { ...item, ...noLimits }
  const said = { finished: commit.final, told, passedCompletes }
  const judged = item.type === 'sco' ? rules.judge(facts, elements, said) : shown
  const progress: Progress = {
    ...standingStatus(before.progress, judged, attemptRules),
    scoreScaled: standingScore(before, judged, attemptRules),
    totalSeconds: countable(
      before.progress.totalSeconds + secondsAdded(before, commit.elements, rules),
    ),
  }
  const merge = {
    ...commit.elements,
    ...judged.settled,
    ...(told.length > 0 && { [toldElement]: told.join(' ') }),
    ...(isScored(progress, attemptRules) && { [scoredElement]: 'first' }),
  }
  return { progress, merge, drop, elements: Object.assign(elements, merge) }
}

/** As if the manifest named none. */
const noLimits = { masteryScore: null, scaledPassingScore: null, completionThreshold: null }

function standingStatus(
  before: Progress,
  { completion, success, isSuccessOpen }: Judgement,
  { statusRule }: AttemptRules,
): Pick<Progress, 'completion' | 'success'> {
  if (statusRule === 'latest') {
    return { completion: begun(completion), success: isSuccessOpen ? before.success : success }
  }
  return {
    completion: furthest(before.completion, begun(completion)),
    success: better(before.success, success),
  }
}

function standingScore(
  { progress: { scoreScaled: earlier }, elements }: ItemBefore,
  { scoreScaled }: Judgement,
  { scoreRule }: AttemptRules,
): number | null {
  switch (scoreRule) {
    case 'best':
      return highest(earlier, scoreScaled)
    case 'latest':
      return scoreScaled ?? earlier
    case 'first':
      return scoredElement in elements ? earlier : (scoreScaled ?? earlier)
  }
}

/** Whether the score that an item now has is its first: it is settled, and there is one. */
function isScored(
  { completion, success, scoreScaled }: Progress,
  { scoreRule }: AttemptRules,
): boolean {
  const isSettled = completion === 'completed' || success !== 'unknown'
  return scoreRule === 'first' && isSettled && scoreScaled !== null
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
const shown: Judgement = {
  completion: 'completed',
  success: 'unknown',
  isSuccessOpen: true,
  scoreScaled: null,
  settled: {},
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

/**
 * An attempt's standing after its items': usually what has been completed stays so, also should the
 * package's items be read otherwise one day.
 */
export function standingOf(
  items: readonly ItemStanding[],
  before: Completion,
  { statusRule }: AttemptRules = usualRules,
): Progress {
  const rolled = rollUp(items)
  const isKept = statusRule === 'kept' && before === 'completed'
  return isKept ? { ...rolled, completion: 'completed' } : rolled
}

/** The items that are wanted; all of them where none is. */
function orAll(
  items: readonly ItemStanding[],
  isWanted: (item: ItemStanding) => boolean,
): readonly ItemStanding[] {
  const wanted = items.filter(isWanted)
  return wanted.length > 0 ? wanted : items
}
