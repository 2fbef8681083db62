import type { PlayerItem } from '~/kernel/player-protocol.ts'

// Where content of SCORM 2004 asks to go (SN 5.6.4), among items that are free to choose.

type Item = Pick<PlayerItem, 'identifier' | 'depth' | 'launchUrl'>

/** The items of the package in document order, and which one is on the screen. */
export interface Place {
  items: readonly Item[]
  current: string
}

const target = /^\{target=([^{}]+)\}(?:choice|jump)$/
const leaving = ['exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll']
/** What adl.nav.request holds when nothing is asked for. */
export const noRequest = '_none_'

/** "true" or "false" for adl.nav.request_valid.continue and the like (SN 5.6.5); undefined for other elements. */
export function validityOf(element: string, place: Place): string | undefined {
  const [, move, choice] =
    /^adl\.nav\.request_valid\.(?:(continue|previous)|(?:choice|jump)\.\{target=([^}]+)\})$/.exec(
      element,
    ) ?? []
  if (choice !== undefined) return String(launchableAt(place, choice) !== undefined)
  return move && String(neighbourOf(place, move) !== undefined)
}

/**
 * What becomes of the content when it has ended: it 'stays' on the screen until the learner goes on
 * (nothing asked for, or what cannot be), it 'leaves', or another item is to be shown.
 */
export function afterEnd(request: string, place: Place): 'stays' | 'leaves' | { item: string } {
  if (leaving.includes(request)) return 'leaves'
  const choice = target.exec(request)?.[1]
  if (choice !== undefined) return shown(launchableAt(place, choice)) ?? 'stays'
  if (request === 'continue') return shown(neighbourOf(place, request)) ?? 'leaves'
  return shown(neighbourOf(place, request)) ?? 'stays'
}

const shown = (item: Item | undefined) => item && { item: item.identifier }

/** The launchable item after or before the one on the screen. */
function neighbourOf({ items, current }: Place, move: string): Item | undefined {
  const launchable = items.filter(({ launchUrl }) => launchUrl !== null)
  const at = launchable.findIndex(({ identifier }) => identifier === current)
  if (at === -1 || !['continue', 'previous'].includes(move)) return undefined
  return launchable[move === 'continue' ? at + 1 : at - 1]
}

/** The item of that identifier, or the first below it that can be launched where it is a heading. */
function launchableAt({ items }: Place, identifier: string): Item | undefined {
  const at = items.findIndex((item) => item.identifier === identifier)
  const [chosen, ...after] = at === -1 ? [] : items.slice(at)
  if (!chosen || chosen.launchUrl !== null) return chosen
  const end = after.findIndex(({ depth }) => depth <= chosen.depth)
  const below = end === -1 ? after : after.slice(0, end)
  return below.find(({ launchUrl }) => launchUrl !== null)
}
