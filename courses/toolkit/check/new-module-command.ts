import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { today } from '~/kernel/dates.ts'
import { Misuse } from '../command-words.ts'
import type { CourseCommand } from '../course-command.ts'
import { readCourseFiles } from '../source/course-files.ts'
import { idPattern } from '../source/course-schemas.ts'
import type { Problem } from '../source/problem.ts'
import { checkCourse } from './course-check.ts'
import { newModuleFiles, withModule } from './new-module.ts'
import { said } from './report-texts.ts'

/** `npm run courses -- new-module`: a lesson to fill in, and what it lacks. */
export const newModuleCommand: CourseCommand = {
  usage: 'COURSE SLUG',
  does: 'makes a lesson with one of each thing that lessons are made of, and says what is left to write',
  run: async (words, { out }) => {
    const { courseFolder, slug } = wanted(words)
    const courseFile = path.join(courseFolder, 'course.yaml')
    const listed = withModule(readFileSync(courseFile, 'utf8'), slug)
    if (listed === undefined) throw new Misuse(`the list "modules" of ${courseFile} cannot be read`)
    const before = checkCourse(readCourseFiles(courseFolder), today())
    const lessons = before.course.modules.filter(({ kind }) => kind === 'lesson').length
    const folder = path.join(courseFolder, 'modules', slug)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(newModuleFiles(slug, lessons + 1))) {
      writeFileSync(path.join(folder, name), text)
    }
    writeFileSync(courseFile, listed)
    out(said('moduleMade', { folder }))
    const after = checkCourse(readCourseFiles(courseFolder), today())
    for (const line of gapLines(before.problems, after.problems)) out(line)
    return 0
  },
}

function wanted([course, slug, ...more]: string[]): { courseFolder: string; slug: string } {
  if (course === undefined || slug === undefined) throw new Misuse('something is missing')
  if (more.length > 0) throw new Misuse('that is too much')
  const courseFolder = course.includes('/') ? course : path.join('courses', course)
  if (!existsSync(path.join(courseFolder, 'course.yaml'))) {
    throw new Misuse(`there is no course ${courseFolder}`)
  }
  if (!idPattern.test(slug)) throw new Misuse('SLUG: small letters a-z, digits and hyphens')
  if (existsSync(path.join(courseFolder, 'modules', slug))) {
    throw new Misuse(`there is a module ${slug} already`)
  }
  return { courseFolder, slug }
}

/** What `check` tells now and did not tell before: the places to write, by file, and then the rest. */
function gapLines(before: Problem[], after: Problem[]): string[] {
  const known = new Set(before.map(({ file, message }) => `${file} ${message}`))
  const fresh = after.filter(({ file, message }) => !known.has(`${file} ${message}`))
  const toWrite = fresh.filter(({ code }) => code === 'text-unwritten')
  const rest = fresh.filter(({ code }) => code !== 'text-unwritten')
  const files = [...new Set(toWrite.map(({ file }) => file))]
  const linesOf = (file: string) =>
    toWrite.flatMap((found) => (found.file === file ? found.line : [])).join(', ')
  return [
    said('moduleToWrite'),
    ...files.map((file) => `  ${said('moduleLines', { file, lines: linesOf(file) })}`),
    said('moduleGaps'),
    ...rest.map(({ file, line, message }) => `  ${file}:${line}  ${message}`),
  ]
}
