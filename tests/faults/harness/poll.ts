/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Whether `isSo` comes true within so many milliseconds. Where it throws, it is not so yet. */
export async function comesTrue(within: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const late = performance.now() + within
  for (;;) {
    if (await isSo().catch(() => false)) return true
    if (performance.now() > late) return false
    await pause(50)
  }
}

/** The same for what must come true. */
export async function pollUntil(
  what: string,
  within: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  if (!(await comesTrue(within, isSo))) throw new Error(`Waited ${within} ms until ${what}`)
}
