import { readFileSync, writeFileSync } from 'node:fs'
import { Misuse } from '../command-words.ts'
import type { CourseCommand } from '../course-command.ts'
import { courseFolders, readCourseFiles } from '../source/course-files.ts'
import { readCourse } from '../source/course-reader.ts'
import { mapBegin, mapEnd, mapFile, withMap } from './course-map.ts'
import { said } from './report-texts.ts'

/** `npm run courses -- map`: writes the map of all courses into courses/README.md. */
export const mapCommand: CourseCommand = {
  usage: '',
  does: `writes the map of every course, from goal to page, question and fact, into ${mapFile}`,
  run: async (words, { out, err }) => {
    if (words.length > 0) throw new Misuse('that is too much')
    const courses = courseFolders('courses').map(
      (folder) => readCourse(readCourseFiles(folder)).course,
    )
    const written = withMap(readFileSync(mapFile, 'utf8'), courses)
    if (written === undefined) {
      err(said('mapMarkersMissing', { file: mapFile, begin: mapBegin, end: mapEnd }))
      return 1
    }
    writeFileSync(mapFile, written)
    out(said('mapWritten', { file: mapFile }))
    return 0
  },
}
