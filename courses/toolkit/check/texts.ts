import { measurePage } from '../source/course-measures.ts'
import { moduleTexts, textPieces, type TextPiece } from '../source/course-text.ts'
import { problem, type Problem } from '../source/problem.ts'
import { sentencesOf, wordsOf } from '../source/text-measures.ts'
import type { CheckInput } from './check-input.ts'

/** The highest LIX of a lesson's page, and of an easy-read page. */
export const highestLix = { page: 45, 'easy-read': 30 } as const

/** Shorter sentences are said alike by anybody. Words. */
const longEnough = 8

/** Pages that are hard to read. */
export function lixProblems({ course }: CheckInput): Problem[] {
  return course.modules.flatMap(moduleTexts).flatMap(({ kind, page }) => {
    if (!page || (kind !== 'page' && kind !== 'easy-read')) return []
    const { lix } = measurePage(page, course)
    const limit = highestLix[kind]
    if (lix <= limit) return []
    return problem(page.place, 'lix-high', { lix: lix.toLocaleString('sv'), limit })
  })
}

/** Sentences that stand in two modules: who takes both reads them twice, and one of them gets forgotten. */
export function repeatedSentences({ course }: CheckInput): Problem[] {
  const first = new Map<string, { slug: string; piece: TextPiece }>()
  return course.modules.flatMap((module) =>
    moduleTexts(module)
      .flatMap(({ blocks }) => textPieces(blocks, () => '…'))
      .flatMap((piece) => sentencesOf(piece.text).map((sentence) => ({ sentence, piece })))
      .flatMap(({ sentence, piece }) => {
        const words = wordsOf(sentence.toLowerCase())
        if (words.length < longEnough) return []
        const key = words.join(' ')
        const other = first.get(key)
        if (!other) first.set(key, { slug: module.slug, piece })
        if (!other || other.slug === module.slug) return []
        const where = `${other.piece.file}:${other.piece.line}`
        return problem(piece, 'sentence-repeated', { sentence, where })
      }),
  )
}

/** Figures and recordings that not everybody can take in. */
export function alternativeProblems({ course }: CheckInput): Problem[] {
  const blocks = course.modules.flatMap(moduleTexts).flatMap((text) => text.blocks)
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') {
      return block.alternative === '' ? [problem(block.place, 'figure-without-alternative')] : []
    }
    if (block.kind !== 'recording') return []
    const { medium, transcript, captions, audioDescription, place } = block
    return [
      ...(transcript.length === 0 ? [problem(place, 'recording-without-transcript')] : []),
      ...(medium === 'film' && !captions ? [problem(place, 'film-without-captions')] : []),
      ...(medium === 'film' && !audioDescription
        ? [problem(place, 'film-without-description')]
        : []),
    ]
  })
}

/** A title shows in tabs, lists and history, where somebody else may read it. */
const telling = /heder|våld|förtryck|honou?r|violen|oppress/i

/** Titles and names in addresses that tell over a learner's shoulder what the course is about. */
export function tellingTitles({ course }: CheckInput): Problem[] {
  const titled = [course, ...course.tracks, ...course.modules].flatMap(({ title, slug, place }) =>
    [title.sv, title.en, slug].map((title) => ({ title, place })),
  )
  const pages = course.modules
    .flatMap(moduleTexts)
    .flatMap(({ page }) => page ?? [])
    .flatMap(({ title, slug, place }) => [title, slug].map((title) => ({ title, place })))
  return [...titled, ...pages].flatMap(({ title, place }) => {
    const found = telling.exec(title)
    return found ? problem(place, 'title-telling', { title, word: found[0] }) : []
  })
}

/** What a new module is made of, wherever nobody has written yet. */
export const toWrite = '[skriv:'

/** Places that wait for their text. */
export function unwrittenProblems({ files }: CheckInput): Problem[] {
  return [...files.texts].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((words, index) =>
        words.includes(toWrite) ? problem({ file, line: index + 1 }, 'text-unwritten') : [],
      ),
  )
}
