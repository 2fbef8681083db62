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
