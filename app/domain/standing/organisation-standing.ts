import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/**
 * Where a person stands with a module: completed; late (due before the day); due (on the day or
 * later); or free (not assigned and not completed). In the order a manager wants them.
 */
export const standings = ['late', 'due', 'free', 'done'] as const
export type Standing = (typeof standings)[number]

/** A person as the organisation's own manager sees them. */
export interface PersonStanding {
  personId: string
  givenName: string
  familyName: string
  workplaces: { unit: string; professionGroup: ProfessionGroup }[]
  standing: Standing
  dueOn: Day | null
  completedOn: Day | null
}

/** Persons by standing. */
export type StandingCounts = Record<Standing, number>
