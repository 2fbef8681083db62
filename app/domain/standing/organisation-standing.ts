import type { ExcuseReason } from '~/domain/assignment/duty-exception.ts'
import type { SsykCode } from '~/domain/organisation/ssyk.ts'
import type { Day } from '~/kernel/dates.ts'
import { anId, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'

/**
 * Where a person stands with a module: late (due before the day); begun or only due (on the day or later);
 * excused by the organisation; free (nothing mandatory, and not completed); or done. In the order a manager
 * wants them, each person in one.
 */
export const standings = ['late', 'begun', 'due', 'excused', 'free', 'done'] as const
export type Standing = (typeof standings)[number]

/** Those who have something to do, whom one reminds, excuses or gives longer. */
export const owingStandings = ['late', 'begun', 'due'] as const satisfies readonly Standing[]

/** Where in the organisation somebody works, as what, and in which of its own groups. */
export interface StandingWorkplace {
  unit: string
  professionGroup: ProfessionGroup
  subGroup: string | null
  ssykCode: SsykCode | null
}

/** A person as the organisation's own manager sees them. */
export interface PersonStanding {
  personId: string
  givenName: string
  familyName: string
  email: string
  workplaces: StandingWorkplace[]
  standing: Standing
  /** Whether the module has been opened. */
  hasBegun: boolean
  dueOn: Day | null
  completedOn: Day | null
  /** What the organisation has decided for the person, while it holds. */
  exception: {
    kind: 'excused' | 'extended'
    reason: ExcuseReason | null
    untilOn: Day | null
  } | null
}

/** Persons by standing. */
export type StandingCounts = Record<Standing, number>

/** What the list of people can be asked for in its address. Names are searched by a form (0034). */
export const peopleShape = {
  sorts: ['standing', 'name', 'due', 'completed'],
  filters: {
    standing: oneOf(standings),
    unit: anId,
    group: oneOf(professionGroups),
    subgroup: anId,
  },
} as const satisfies ListShape

export type PeopleQuery = QueryOf<typeof peopleShape>
