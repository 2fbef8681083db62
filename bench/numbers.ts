// What benches say of many measured values.

export const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

export const sorted = (values: number[]) => [...values].sort((a, b) => a - b)

/** To two decimals. */
export const rounded = (value: number) => Math.round(value * 100) / 100

/** Of sorted values, the one below which that part of them lies, to two decimals. */
export const share = (values: number[], part: number) =>
  rounded(values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN)

export const median = (values: number[]) => {
  const ordered = sorted(values)
  const middle = (ordered.length - 1) / 2
  return (ordered[Math.floor(middle)]! + ordered[Math.ceil(middle)]!) / 2
}

/** How long something takes in whole milliseconds: the median of so many times, after one that is not counted. */
export async function medianMs(work: () => Promise<unknown>, times: number): Promise<number> {
  await work()
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return Math.round(median(taken))
}
