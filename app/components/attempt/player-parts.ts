import type { PlayerItem } from '~/kernel/player-protocol.ts'

type Part = Pick<PlayerItem, 'identifier' | 'visible' | 'launchUrl'>

/**
 * Whether the manifest lets the item be listed. It speaks of the item only, not of those below it
 * (CAM, the item's isvisible).
 */
export const isListed = ({ visible }: Pick<Part, 'visible'>): boolean => visible

/** Whether the learner can choose the item. */
export const isPart = (item: Pick<Part, 'visible' | 'launchUrl'>): boolean =>
  isListed(item) && item.launchUrl !== null

/** The part that comes after an item, which may itself be one that is not listed. */
export function partAfter<Item extends Part>(
  items: readonly Item[],
  identifier: string,
): Item | null {
  const at = items.findIndex((item) => item.identifier === identifier)
  return items.slice(at + 1).find(isPart) ?? null
}
