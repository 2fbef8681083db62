/** What counts as held until somebody has decided otherwise. */
export const firstRule = { countsImported: true } as const

/** A decision about what counts as held, in force from its moment until the next one. */
export interface CoverageRule {
  id: string
  countsImported: boolean
  setAt: Date
}

/** The rule in force, and how it came to be. */
export interface CoverageRules {
  countsImported: boolean
  /** When it was decided; null while nobody has decided anything. */
  since: Date | null
  /** Newest first. */
  history: CoverageRule[]
}

/**
 * The rule in force after all the decisions.
 * @param history newest first
 */
export function rulesOf(history: CoverageRule[]): CoverageRules {
  const [newest] = history
  return {
    countsImported: newest?.countsImported ?? firstRule.countsImported,
    since: newest?.setAt ?? null,
    history,
  }
}
