import { chanceOf, type Chance } from '../../courses/toolkit/runtime/chance.ts'

/** Random numbers that come out the same for the same seed, so that a world can be made again. */
export interface Random {
  next: Chance
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number
  /** True with the given probability. */
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** Random bytes for an id. */
  bytes: (count: number) => Uint8Array
}

export function randomFrom(seed: number): Random {
  const next = chanceOf(seed)
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
  }
}
