import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Misuse, parseWords } from '../command-words.ts'
import type { CourseCommand, Speaking } from '../course-command.ts'
import { courseFolders, readCourseFiles } from '../source/course-files.ts'
import { readCourse } from '../source/course-reader.ts'
import { mediaIn } from './course-media.ts'
import { courseOutline, courseOutlineFile } from './course-outline.ts'
import { CannotDraw } from './drawing.ts'
import { editions, modulePackage, zipName } from './module-package.ts'

export const buildCommand: CourseCommand = {
  usage: '[FOLDER] [--out FOLDER]',
  does: 'makes a SCORM 1.2 and a SCORM 2004 package of every module, and course.json for Samsyn, of one course or of all',
  run: async (words, speaking) => {
    const { folders, out } = wanted(words)
    let exitCode: 0 | 1 = 0
    for (const folder of folders) {
      const isBuilt = await buildCourse(folder, path.join(out, path.basename(folder)), speaking)
      if (!isBuilt) exitCode = 1
    }
    return exitCode
  },
}

function wanted(words: string[]): { folders: string[]; out: string } {
  const { positionals, values } = parseWords(words, { out: { type: 'string' } })
  if (positionals.length > 1) throw new Misuse('one folder at a time')
  const [folder] = positionals
  const folders = folder === undefined ? courseFolders('courses') : [path.resolve(folder)]
  if (folders.length === 0) throw new Misuse('there is no course in courses/')
  return { folders, out: path.resolve(values.out ?? 'build/courses') }
}

async function buildCourse(folder: string, out: string, { out: say, err }: Speaking) {
  const { course, problems } = readCourse(readCourseFiles(folder))
  const shown = path.relative('.', folder)
  for (const { file, line, message } of problems) err(`${shown}/${file}:${line} ${message}`)
  if (problems.length > 0) return false
  mkdirSync(out, { recursive: true })
  const outline = JSON.stringify(courseOutline(course), null, 1)
  writeFileSync(path.join(out, courseOutlineFile), `${outline}\n`)
  const readMedia = mediaIn(folder)
  for (const module of course.modules) {
    for (const edition of editions) {
      const name = zipName(module, edition)
      try {
        const zip = await modulePackage(course, module, edition, readMedia)
        writeFileSync(path.join(out, name), zip)
        say(`${path.relative('.', path.join(out, name))}  ${Math.ceil(zip.length / 1000)} kB`)
      } catch (error) {
        if (!(error instanceof CannotDraw)) throw error
        err(`${shown}/${error.message}`)
        return false
      }
    }
  }
  return true
}
