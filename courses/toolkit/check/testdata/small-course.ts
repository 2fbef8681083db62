import path from 'node:path'
import { readCourseFiles, type CourseFiles } from '../../source/course-files.ts'

/** The day on which the tests look at the small course: none of its facts is overdue. */
export const day = '2026-11-22'

/** What to do to a small, faultless course: a file's new text, what becomes of it, or null where it goes. */
export interface Changes {
  texts?: Record<string, string | null | ((text: string) => string)>
  /** Other files that are added. */
  others?: string[]
}

const faultless = readCourseFiles(path.join(import.meta.dirname, 'brandskydd'))

/** The small course as it lies here, changed. A change that changes nothing is a mistake in the test. */
export function smallCourse({ texts = {}, others = [] }: Changes = {}): CourseFiles {
  const changed = new Map(faultless.texts)
  for (const [file, change] of Object.entries(texts)) {
    const before = changed.get(file)
    const after = typeof change === 'function' ? change(before ?? '') : change
    if (after === before) throw new Error(`Nothing changed in ${file}`)
    if (after === null) changed.delete(file)
    else changed.set(file, after)
  }
  return { ...faultless, texts: changed, others: [...faultless.others, ...others] }
}

/** A change: one text for another, wherever it stands first. */
export const swap =
  (before: string, after: string) =>
  (text: string): string => {
    if (!text.includes(before)) throw new Error(`"${before}" is not there`)
    return text.replace(before, () => after)
  }

/** A change: more text at the end. */
export const add = (more: string) => (text: string) => `${text}${more}`
