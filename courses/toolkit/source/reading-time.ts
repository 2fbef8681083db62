import type { Block, Question, QuestionType } from './course-model.ts'

// How long a page takes: reading, and what is done on it besides reading. Built from acts that were
// measured one by one; where a course's quality figures know what its learners take, those are the truth.

/** Slow: half of what a silent reader does in easy text, for new matter that is to be kept. */
export const wordsPerMinute = 130

/**
 * Seconds of mental preparation before an act, of pointing at something, and of a press (Card, Moran and
 * Newell, "The keystroke-level model for user performance time", 1980).
 */
const prepare = 1.35
const point = 1.1
const press = 0.2

/** Seconds to mark an answer, choose, or turn a page. */
const act = prepare + point + press

/** Seconds to hold one alternative against another, once both have been read. */
const weigh = 2 * prepare

/**
 * Seconds for the reflection's few sentences: 40 words, composed at 19 a minute (Karat and others, "Patterns
 * of entry and correction in large vocabulary continuous speech recognition systems", 1999).
 */
const reflect = (40 / 19) * 60

/** Seconds with the parts of a question, by how many it has; the last act hands it in. */
const questionSeconds: Record<QuestionType, (parts: number) => number> = {
  single: (parts) => parts * weigh + 2 * act,
  multiple: (parts) => parts * (weigh + act) + act,
  // Each part is picked and put somewhere.
  order: (parts) => parts * (weigh + 2 * act) + act,
  match: (parts) => parts * (weigh + 2 * act) + act,
}

/** What a page takes besides reading, turning it among it. Seconds. */
export function interactionSeconds(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + secondsWith(block), act)
}

/** What a question takes besides reading. Seconds. */
export function questionTime({ type, answers, steps, pairs }: Question): number {
  return questionSeconds[type](answers.length + steps.length + pairs.length)
}

function secondsWith(block: Block): number {
  if (block.kind === 'question') return questionTime(block)
  if (block.kind === 'reflection') return reflect
  if (block.kind !== 'case') return 0
  // A choice is weighed and made, and its consequence is left behind by a second act.
  const scenes = block.scenes.filter(({ choices }) => choices.length > 0)
  return scenes.reduce((sum, { choices }) => sum + choices.length * weigh + 2 * act, 0)
}

/** Minutes to read some words and spend some seconds on what is not reading. */
export function minutesOf(words: number, seconds: number): number {
  return words / wordsPerMinute + seconds / 60
}
