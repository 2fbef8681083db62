import type { ModuleText } from './library.ts'
import type { OutlineCase, OutlineQuestion } from './module-outline.schema.ts'

/** Something to do on paper, with its number among its kind in the module. */
export type PaperTask = { number: number; page: ModuleText['pages'][number] } & (
  { kind: 'question'; block: OutlineQuestion } | { kind: 'case'; block: OutlineCase }
)

/** The questions and the cases of a module, in the order in which they are met. */
export function tasksOf(pages: ModuleText['pages']): PaperTask[] {
  const tasks: PaperTask[] = []
  const next = (kind: PaperTask['kind']) => tasks.filter((task) => task.kind === kind).length + 1
  for (const page of pages) {
    for (const block of page.content) {
      if (block.kind === 'question') {
        tasks.push({ kind: 'question', number: next('question'), page, block })
      } else if (block.kind === 'case') {
        tasks.push({ kind: 'case', number: next('case'), page, block })
      }
    }
  }
  return tasks
}

/** Where a task's answer stands in the key. */
export const keyAnchor = ({ kind, number }: Pick<PaperTask, 'kind' | 'number'>) =>
  `key-${kind}-${number}`
/** Where a task itself stands. */
export const taskAnchor = ({ kind, number }: Pick<PaperTask, 'kind' | 'number'>) =>
  `${kind}-${number}`

/** "A", "B" …: what an answer is called on paper. */
export const letterOf = (index: number) => String.fromCharCode(65 + index)

/** Lines in an order that gives nothing away, the same each time they are printed. */
export function mixed<Line>(lines: readonly Line[], wordsOf: (line: Line) => string): Line[] {
  return [...lines].sort((a, b) => wordsOf(a).localeCompare(wordsOf(b), 'sv'))
}

/** A line's words without its markup; citations with the words that came with the text. */
export const plainLine = (line: OutlineQuestion['asked']) => line.map(({ text }) => text).join('')

/** Whether the story's way depends on what is chosen there. */
export function isFork({ choices }: OutlineCase['scenes'][number]): boolean {
  return new Set(choices.map(({ to }) => to)).size > 1
}
