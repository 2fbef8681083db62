/** The middle value, or the mean of the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The arithmetic mean; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Pearson's correlation, -1..1, of pairs; null where either side does not vary. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): number | null {
  const meanX = meanOf(pairs.map(([x]) => x)) ?? 0
  const meanY = meanOf(pairs.map(([, y]) => y)) ?? 0
  let [squaresX, squaresY, products] = [0, 0, 0]
  for (const [x, y] of pairs) {
    squaresX += (x - meanX) ** 2
    squaresY += (y - meanY) ** 2
    products += (x - meanX) * (y - meanY)
  }
  // Sums of parts that are no whole halves leave a trace where there is no difference.
  const none = 1e-12 * pairs.length
  if (squaresX <= none || squaresY <= none) return null
  return Math.min(1, Math.max(-1, products / Math.sqrt(squaresX * squaresY)))
}

/** Things with the same key together, in the order in which keys first come. */
export function grouped<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
