import type { CourseOutline } from '~/domain/catalogue/module-outline.schema.ts'
import { readCourseFiles } from '../source/course-files.ts'
import type { Course } from '../source/course-model.ts'
import { readCourse } from '../source/course-reader.ts'
import { mediaIn } from './course-media.ts'
import { courseOutline } from './course-outline.ts'
import { modulePackage } from './module-package.ts'

/** A course as Samsyn takes it in. */
export interface BuiltCourse {
  course: Course
  outline: CourseOutline
  /** A module's package, by the name that the outline gives it. */
  zipOf: (name: string) => Promise<Buffer>
}

/**
 * A course from its folder of source.
 * @throws Error with file and line where the source cannot be read, CannotDraw
 */
export function builtCourse(folder: string): BuiltCourse {
  const { course, problems } = readCourse(readCourseFiles(folder))
  const [first] = problems
  if (first) throw new Error(`${first.file}:${first.line} ${first.message}`)
  const outline = courseOutline(course)
  const readMedia = mediaIn(folder)
  return {
    course,
    outline,
    zipOf: async (name) => {
      const index = outline.modules.findIndex(({ zip }) => zip === name)
      const module = course.modules[index]
      if (!module) throw new Error(`the course has no package ${name}`)
      return modulePackage(course, module, '1.2', readMedia)
    },
  }
}
