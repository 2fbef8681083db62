import type { Issuer } from '~/domain/assignment/assignment.ts'
import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** Where a learner stands with a module. Null: neither given nor begun. */
export type ModuleStanding = 'assigned' | 'begun' | 'late' | 'done'

/** What is known of a learner and a module. */
export interface LearnerFacts {
  /** The earliest day by which it is to be done; null when it is not asked for, or without a day. */
  dueOn: Day | null
  /** Whether it must be done or is recommended; null when nobody asks for it (any more). */
  isMandatory: boolean | null
  /** Whether it was done before and is asked for once more. */
  isAgain: boolean
  isBegun: boolean
  /** The latest; null when it has not been completed. */
  completedOn: Day | null
}

/** A module as its learner's home tells it. */
export interface HomeModule extends LearnerFacts {
  moduleId: string
  slug: string
  titleSv: string
  titleEn: string
  minutes: number
  standing: ModuleStanding | null
  /** In whose name it is asked for; null when nobody does. */
  assignedBy: Issuer | null
  /** Its word to the learner. */
  message: string | null
  /** Whether it can be begun or gone on with: begun, completed or published. */
  isOpen: boolean
}

/** A module as its own page tells it. */
export interface LearnerModule extends HomeModule {
  summarySv: string
  summaryEn: string
  course: { slug: string; titleSv: string; titleEn: string }
}

/** One way in which a module has come to a learner: "varför har jag den här?". */
export interface DutyReason {
  key: string
  isMandatory: boolean
  dueOn: Day | null
  /** The later of the assignment and the first day at work. */
  since: Day
  issuer: Issuer
  /** The track or course whose module it is; null where the module itself was assigned. */
  partOf: { kind: 'track' | 'course'; titleSv: string; titleEn: string } | null
  /** The workplace through which it came. */
  unitName: string
  organisationName: string
  professionGroup: ProfessionGroup
  /** Whether it was for some profession groups alone, for new ones alone, or for people by name. */
  isForGroup: boolean
  isForNew: boolean
  isByName: boolean
}

/** Where a learner stands with a module, and what its button is to say. */
export type LearnerState = Pick<LearnerModule, 'standing' | 'isBegun' | 'completedOn'>

/** The learner's home: one thing first, then the others, then what is only recommended, then what is done. */
export interface LearnerHome {
  next: HomeModule | null
  rest: HomeModule[]
  recommended: HomeModule[]
  done: HomeModule[]
}

/** Done counts before all else, unless it is asked for again; late from the day after the due day, where it must be done. */
export function standingOf(
  { dueOn, isMandatory, isAgain, isBegun, completedOn }: LearnerFacts,
  today: Day,
): ModuleStanding | null {
  if (completedOn !== null && !isAgain) return 'done'
  if (isMandatory && dueOn !== null && dueOn < today) return 'late'
  if (isBegun && !isAgain) return 'begun'
  return isMandatory === null ? null : 'assigned'
}

/**
 * What a learner has, in the order in which it wants doing: late ones, then by due day, then what was
 * begun of one's own accord. What is recommended and not begun stands apart. What has been done comes newest first.
 */
export function homeOf(modules: readonly HomeModule[]): LearnerHome {
  const open = modules.filter(({ standing }) => standing !== null && standing !== 'done')
  const isApart = ({ isMandatory, standing }: HomeModule) =>
    isMandatory === false && standing === 'assigned'
  const [next = null, ...rest] = open.filter((module) => !isApart(module)).sort(byUrgency)
  const recommended = open.filter(isApart).sort(byUrgency)
  const done = modules
    .filter(({ standing }) => standing === 'done')
    .sort((a, b) => compare(b.completedOn ?? '', a.completedOn ?? ''))
  return { next, rest, recommended, done }
}

/** After every day there is, so that what has no due day comes last. */
const noDay = '9999-12-31'

function byUrgency(a: HomeModule, b: HomeModule): number {
  return (
    compare(a.dueOn ?? noDay, b.dueOn ?? noDay) ||
    Number(b.isBegun) - Number(a.isBegun) ||
    compare(a.slug, b.slug)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
