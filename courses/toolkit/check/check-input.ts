import type { Day } from '~/kernel/dates.ts'
import type { CourseFiles } from '../source/course-files.ts'
import type { Course } from '../source/course-model.ts'

/** What a check of a course that was read looks at. */
export interface CheckInput {
  course: Course
  files: CourseFiles
  /** Files that could not be read as they should: what is missing in them is no news. */
  broken: ReadonlySet<string>
  today: Day
}
