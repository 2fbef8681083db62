/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/**
 * Whether `isSo` comes true within so many milliseconds. Where it throws, it is not so yet. What takes long
 * is asked for less often: each question is work for the browser that is waited for.
 */
export async function comesTrue(within: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const begun = performance.now()
  for (;;) {
    if (await isSo().catch(() => false)) return true
    const waited = performance.now() - begun
    if (waited > within) return false
    await pause(Math.min(Math.max(50, waited / 8), 250))
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
