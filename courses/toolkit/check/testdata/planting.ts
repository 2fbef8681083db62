import type { ProblemCode } from '../../source/problem.ts'
import { add, swap, type Changes } from './small-course.ts'

/** One fault in the small course, and all that is told of it: code, and file with line. */
export interface PlantedFault {
  changes: Changes
  told: [ProblemCode, string][]
}

export type FileChange = string | null | ((text: string) => string)

/** A fault in one file that is told of on one line of it. */
export const one = (
  code: ProblemCode,
  file: string,
  line: number,
  change: FileChange,
): PlantedFault => ({
  changes: { texts: { [file]: change } },
  told: [[code, `${file}:${line}`]],
})

export const lesson = (page: string) => `modules/grunden/${page}`
export const bank = 'modules/provet/questions/grunden.md'
export const fact = 'facts/larm-112.yaml'
export const head = lesson('module.yaml')
export const page = lesson('01-borja.md')
export const sentence = 'Den här kursen tar en stund.'

/** Something wrong in the first page's sentence, which stands on line 6. */
export const inText = (code: ProblemCode, words: string) =>
  one(code, page, 6, swap(sentence, words))
/** Something below the last line of the first page. */
export const below = (code: ProblemCode, words: string, line = 17) =>
  one(code, page, line, add(`\n${words}\n`))

export const refresher =
  'kind: refresher\ntitle:\n  sv: Igen\n  en: Again\ndescription:\n  sv: Kort.\n  en: Short.\n'
export const guide = '---\ntitle: För dig som leder\n---\n\nSe till att alla hinner.\n'
