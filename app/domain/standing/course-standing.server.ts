import type { CoursePage } from '~/domain/catalogue/course-page.ts'
import { readCoursePage } from '~/domain/catalogue/read-course-page.server.ts'
import type { Language } from '~/i18n/format.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { selectCourseStanding } from './course-standing.db.server.ts'
import { standingOf, type LearnerState } from './learner-standing.ts'

interface CourseReader {
  /** Null for a visitor. */
  actor: PersonActor | null
  language: Language
  today: Day
}

export interface ReadCourse {
  course: CoursePage
  /** By the module's id, for those that the reader has been given, has begun or has done; null for a visitor. */
  states: Record<string, LearnerState> | null
  /** Of the reader's workplaces today. */
  professions: ProfessionGroup[]
}

/**
 * A course's page, and where its reader stands with its modules.
 * @throws Refusal not-found, also for a course of which nothing is published
 */
export async function readCourse(
  slug: string | undefined,
  { actor, language, today }: CourseReader,
): Promise<ReadCourse> {
  if (!slug) throw new Refusal('not-found')
  const { stamp, facts, professions } = await selectCourseStanding(
    actor?.personId ?? null,
    today,
    slug,
  )
  if (stamp === null) throw new Refusal('not-found')
  const course = await readCoursePage(slug, language, stamp)
  if (!actor) return { course, states: null, professions }
  const states = facts.map(({ moduleId, ...known }) => {
    const { isBegun, completedOn } = known
    return [moduleId, { standing: standingOf(known, today), isBegun, completedOn }]
  })
  return {
    course,
    states: Object.fromEntries(states) as Record<string, LearnerState>,
    professions,
  }
}
