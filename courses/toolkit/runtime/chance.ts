/** Numbers from 0 up to 1. */
export type Chance = () => number

/** A chance that gives the same numbers for the same seed (Mulberry32), so that a draw can be made again. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number that a text always gives (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193)
  return hash >>> 0
}

/** The same things in another order, each order as likely as any other. */
export function shuffled<Thing>(things: readonly Thing[], chance: Chance): Thing[] {
  const left = [...things]
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    ;[left[last], left[other]] = [left[other]!, left[last]!]
  }
  return left
}
