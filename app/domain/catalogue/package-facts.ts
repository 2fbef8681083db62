import type { HeldFact } from './fact.ts'

/** Where a module of ours asks for the facts that it cites (courses/toolkit/runtime/facts.ts), in its package's root. */
export const factsFile = 'samsyn-facts.json'

/** What a module needs to know of a fact to tell it. */
export type PackageFact = Pick<HeldFact, 'id' | 'text' | 'parts' | 'lastReviewed'>

/**
 * What the facts' file of a package says today: the facts as they were built in, those that are known here with their
 * current words in their stead. Undefined where the built file is none of ours.
 */
export function currentFactsFile(
  built: string,
  current: readonly PackageFact[],
): string | undefined {
  const told = factsIn(built)
  if (!told) return undefined
  const facts = new Map<string, unknown>(told.map((fact) => [fact.id, fact]))
  for (const { id, text, parts, lastReviewed } of current) {
    facts.set(id, { id, text, parts, lastReviewed })
  }
  const inOrder = [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
  return `${JSON.stringify({ version: 1, facts: inOrder })}\n`
}

function factsIn(built: string): { id: string }[] | undefined {
  const file = parsed(built)
  if (typeof file !== 'object' || file === null) return undefined
  const { version, facts } = file as { version?: unknown; facts?: unknown }
  return version === 1 && Array.isArray(facts) && facts.every(isNamed) ? facts : undefined
}

const isNamed = (fact: unknown): fact is { id: string } =>
  typeof fact === 'object' && fact !== null && 'id' in fact && typeof fact.id === 'string'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
