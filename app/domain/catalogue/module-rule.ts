/** The choices, the usual one first. */
export const statusRules = ['kept', 'latest'] as const
export const scoreRules = ['best', 'latest', 'first'] as const

/** How attempts at a module are judged. An attempt keeps the rules that it began with. */
export interface AttemptRules {
  /** kept: completed and passed stay. latest: what content said last stands. */
  statusRule: (typeof statusRules)[number]
  /** Which score stands: within an attempt for each part, and over several attempts. */
  scoreRule: (typeof scoreRules)[number]
  /** SCORM 1.2: passed is completed, too. */
  passedCompletes: boolean
  /** The manifest's mastery score, passing score and completion threshold are applied where content leaves it to us. */
  appliesLimits: boolean
  /** Null: as many as the learner likes. */
  attemptsAllowed: number | null
}

/** The rules of a module for which none have been decided. */
export const usualRules: AttemptRules = {
  statusRule: 'kept',
  scoreRule: 'best',
  passedCompletes: true,
  appliesLimits: true,
  attemptsAllowed: null,
}

/** Whether two sets of rules say the same. */
export function areSameRules(one: AttemptRules, other: AttemptRules): boolean {
  const names = Object.keys(usualRules) as (keyof AttemptRules)[]
  return names.every((name) => one[name] === other[name])
}
