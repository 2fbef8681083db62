import { isDeepStrictEqual } from 'node:util'
import { baseSealOf, type TrailBase } from './trail-base.ts'
import type { AttemptHeld, TrailFault } from './trail.ts'

/** What of an attempt's state is not what its trail comes to. */
export type StateFault =
  | 'base-broken'
  | 'sequence-differs'
  | 'seal-differs'
  | 'last-item-differs'
  | 'progress-differs'
  | 'items-differ'
  | 'completion-missing'

/** Where a trail and its state come apart. */
export interface AttemptFault {
  attemptId: string
  supportCode: string
  fault: TrailFault['fault'] | StateFault
  /** The commit, where one can be named. */
  sequence: number | null
  /** The item, where one can be named. */
  item: string | null
}

/** Whether a base is what was sealed. */
export function isWhole(attemptId: string, base: TrailBase): boolean {
  return baseSealOf(attemptId, base) === base.baseHash
}

/**
 * How the state of an attempt differs from what its trail comes to; undefined when it does not.
 * @param state as the database has it
 * @param held what replaying the trail gave
 */
export function differenceOf(
  state: AttemptHeld,
  held: AttemptHeld,
): Pick<AttemptFault, 'fault' | 'item'> | undefined {
  const whole = (fault: StateFault) => ({ fault, item: null })
  if (state.sequence !== held.sequence) return whole('sequence-differs')
  if (state.hash !== held.hash) return whole('seal-differs')
  if (state.lastItem !== held.lastItem) return whole('last-item-differs')
  if (!isDeepStrictEqual(state.progress, held.progress)) return whole('progress-differs')
  for (const identifier of new Set([...state.items.keys(), ...held.items.keys()])) {
    const [is, should] = [state.items.get(identifier), held.items.get(identifier)]
    if (!is || !should || !isDeepStrictEqual(comparable(is), comparable(should))) {
      return { fault: 'items-differ', item: identifier }
    }
  }
  return undefined
}

/** What the database keeps of an item by itself; its session is the trail's. */
function comparable(item: NonNullable<ReturnType<AttemptHeld['items']['get']>>) {
  const { completion, success, scoreScaled, totalSeconds, elements } = item
  return { completion, success, scoreScaled, totalSeconds, elements: { ...elements } }
}
