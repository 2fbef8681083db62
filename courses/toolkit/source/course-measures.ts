import type { Course, CourseModule, Page } from './course-model.ts'
import { factSpeaker, moduleQuestions, textPieces } from './course-text.ts'
import { interactionSeconds, minutesOf, questionTime } from './reading-time.ts'
import { addCounts, countText, lixOf, type TextCounts } from './text-measures.ts'

export interface PageMeasures {
  /** All branches and all feedback among them, and the facts as they are now. */
  words: number
  lix: number
  minutes: number
}

export interface ModuleMeasures extends PageMeasures {
  pages: number
  questions: number
  /** Of the page that is hardest to read, or the bank as a whole. */
  highestLix: number
}

/** What a page asks of its reader. */
export function measurePage(page: Page, course: Pick<Course, 'facts'>): PageMeasures {
  const counts = countPage(page, course)
  const minutes = minutesOf(counts.words, interactionSeconds(page.blocks))
  return { words: counts.words, lix: lixOf(counts), minutes }
}

/**
 * What a module asks of who takes it: all its pages, but not the easy-read page and the guide, which are
 * read instead or by others. Of a test: as many questions as are drawn, of the bank's mean length.
 */
export function measureModule(module: CourseModule, course: Pick<Course, 'facts'>): ModuleMeasures {
  const pages = module.pages.map((page) => measurePage(page, course))
  const bank = measureBank(module, course)
  const counts = addCounts([...module.pages.map((page) => countPage(page, course)), bank.counts])
  return {
    pages: module.pages.length,
    questions: moduleQuestions(module).length,
    words: sum(pages.map(({ words }) => words)) + bank.words,
    minutes: sum(pages.map(({ minutes }) => minutes)) + bank.minutes,
    lix: lixOf(counts),
    highestLix: Math.max(lixOf(bank.counts), ...pages.map(({ lix }) => lix)),
  }
}

function measureBank({ bank, draw }: CourseModule, { facts }: Pick<Course, 'facts'>) {
  const counts = countText(textPieces(bank, factSpeaker(facts)))
  const share = Math.min((draw?.questions ?? bank.length) / Math.max(bank.length, 1), 1)
  const words = Math.round(counts.words * share)
  const seconds = sum(bank.map(questionTime)) * share
  return { counts, words, minutes: minutesOf(words, seconds) }
}

function countPage(page: Page, { facts }: Pick<Course, 'facts'>): TextCounts {
  return countText([{ text: page.title }, ...textPieces(page.blocks, factSpeaker(facts))])
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
