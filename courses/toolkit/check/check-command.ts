import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { today } from '~/kernel/dates.ts'
import { Misuse, parseWords } from '../command-words.ts'
import type { CourseCommand } from '../course-command.ts'
import { courseFolders, readCourseFiles } from '../source/course-files.ts'
import type { Problem } from '../source/problem.ts'
import { reportLines, reportOf, type CourseReport } from './check-report.ts'
import { checkCourse } from './course-check.ts'
import { mapFile, mapProblems } from './course-map.ts'
import { said } from './report-texts.ts'

/** `npm run courses -- check`: what is wrong in a course, or in all of courses/ and in their map. */
export const checkCommand: CourseCommand = {
  usage: '[FOLDER] [--any-day] [--json]',
  does: 'says what to mend in every course, or in one: file, line and what to do. Exit 1 where there is anything. --any-day: reviews that are due are listed and no fault, so that the answer is the same on any day',
  run: async (words, { out }) => {
    const { positionals, values } = parseWords(words, {
      'any-day': { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const folders = wanted(positionals)
    const checks = folders.map((folder) => checkCourse(readCourseFiles(folder), today()))
    const reports = checks.map((check, index) => reportOf(spoken(folders[index]!), check))
    const text = existsSync(mapFile) ? readFileSync(mapFile, 'utf8') : undefined
    const courses = checks.map(({ course }) => course)
    const map = positionals.length === 0 ? mapProblems(text, courses) : []
    out(values.json ? JSON.stringify({ courses: reports, map }) : asText(reports, map))
    const isDue = !values['any-day'] && reports.some(({ overdue }) => overdue.length > 0)
    const isWrong = map.length > 0 || reports.some(({ problems }) => problems.length > 0)
    return isDue || isWrong ? 1 : 0
  },
}

function wanted(positionals: string[]): string[] {
  const [folder, ...more] = positionals
  if (more.length > 0) throw new Misuse('one folder at a time')
  if (folder === undefined) return courseFolders('courses')
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Misuse(`there is no folder ${folder}`)
  }
  return [folder]
}

function asText(reports: CourseReport[], map: Problem[]): string {
  if (reports.length === 0) return said('noCourses')
  const courses = reports.map((report) => reportLines(report).join('\n'))
  const ofMap = map.map(({ file, message, code }) => `${file}:1  ${message} [${code}]`)
  return [...courses, ...ofMap].join('\n\n')
}

const spoken = (folder: string) => folder.split(path.sep).join('/').replace(/\/+$/, '')
