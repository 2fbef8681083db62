import type { Day } from '~/kernel/dates.ts'

/** Where a learner stands with a module. Null: neither given nor begun. */
export type ModuleStanding = 'assigned' | 'begun' | 'late' | 'done'

/** What is known of a learner and a module. */
export interface LearnerFacts {
  /** The earliest day by which it is to be done; null when nobody has assigned it. */
  dueOn: Day | null
  isBegun: boolean
  /** The latest; null when it has not been completed. */
  completedOn: Day | null
}

/** A module as its learner sees it. */
export interface LearnerModule extends LearnerFacts {
  moduleId: string
  slug: string
  titleSv: string
  titleEn: string
  summarySv: string
  summaryEn: string
  minutes: number
  course: { slug: string; titleSv: string; titleEn: string }
  standing: ModuleStanding | null
  /** The organisation that assigned it; null when nobody has. */
  assignedBy: string | null
  /** Its word to the learner. */
  message: string | null
  /** Whether it can be begun or gone on with: begun, completed or published. */
  isOpen: boolean
}

/** Where a learner stands with a module, and what its button is to say. */
export type LearnerState = Pick<LearnerModule, 'standing' | 'isBegun' | 'completedOn'>

/** The learner's home: one thing first, then the others, then what is done. */
export interface LearnerHome {
  next: LearnerModule | null
  rest: LearnerModule[]
  done: LearnerModule[]
}

/** Done counts before all else; late from the day after the due day. */
export function standingOf(
  { dueOn, isBegun, completedOn }: LearnerFacts,
  today: Day,
): ModuleStanding | null {
  if (completedOn !== null) return 'done'
  if (dueOn !== null && dueOn < today) return 'late'
  if (isBegun) return 'begun'
  return dueOn === null ? null : 'assigned'
}

/**
 * What a learner has, in the order in which it wants doing: late ones, then by due day, then what was
 * begun of one's own accord. What has been done comes newest first.
 */
export function homeOf(modules: readonly LearnerModule[]): LearnerHome {
  const open = modules.filter(({ standing }) => standing !== null && standing !== 'done')
  const [next = null, ...rest] = open.sort(byUrgency)
  const done = modules
    .filter(({ standing }) => standing === 'done')
    .sort((a, b) => compare(b.completedOn ?? '', a.completedOn ?? ''))
  return { next, rest, done }
}

/** After every day there is, so that what has no due day comes last. */
const noDay = '9999-12-31'

function byUrgency(a: LearnerModule, b: LearnerModule): number {
  return (
    compare(a.dueOn ?? noDay, b.dueOn ?? noDay) ||
    Number(b.isBegun) - Number(a.isBegun) ||
    compare(a.slug, b.slug)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
