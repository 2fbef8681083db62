import { fileURLToPath } from 'node:url'
import { readCourseFiles, type CourseFiles } from '../source/course-files.ts'
import type { Course, CourseModule } from '../source/course-model.ts'
import { readCourse } from '../source/course-reader.ts'

/** A small course that has one of everything; tests and `preview` try the toolkit on it. */
export const sampleFolder = fileURLToPath(new URL('../sample/', import.meta.url))

export function readSample(): Course {
  return whole(readCourseFiles(sampleFolder))
}

/** The sample with a text of it changed or added: a page of Markdown, a fact. @throws Error where it has problems */
export function sampleWith(texts: Record<string, string>): Course {
  const files = readCourseFiles(sampleFolder)
  return whole({ ...files, texts: new Map([...files.texts, ...Object.entries(texts)]) })
}

export function moduleOf(course: Course, slug: string): CourseModule {
  const module = course.modules.find((one) => one.slug === slug)
  if (!module) throw new Error(`the course has no module ${slug}`)
  return module
}

function whole(files: CourseFiles): Course {
  const { course, problems } = readCourse(files)
  const [first] = problems
  if (first) throw new Error(`${first.file}:${first.line} ${first.message}`)
  return course
}
