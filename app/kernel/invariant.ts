/** Stops at a broken assumption of ours. For what a user or the world can cause, throw a Refusal. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`)
}
