import { moduleTexts, textPieces } from '../source/course-text.ts'
import { problem, type Problem, type ProblemCode } from '../source/problem.ts'
import { sentencesOf } from '../source/text-measures.ts'
import type { CheckInput } from './check-input.ts'

const count = '(?:\\d+|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|arton)'
const signs: [ProblemCode, RegExp][] = [
  // 112, 116 111, 020-50 50 50, +46 10 223 57 60.
  [
    'typed-phone',
    /(?<![\d-])(?:112|116[ \u00a0]?\d{3}|(?:0|\+46[ \u00a0]?)\d{1,3}[-–/ \u00a0]\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3})(?!\d)/u,
  ],
  ['typed-section', /§|\bkap\.|\d+[ \u00a0]kapitlet\b/u],
  [
    'typed-penalty',
    new RegExp(
      `(?=.*(?:fängelse|straffet|straffskala))(?=.*(?<![\\p{L}\\d])${count}[ \\u00a0]+(?:år|månad))`,
      'iu',
    ),
  ],
]

/**
 * What a fact sheet should say and a page says itself: a page's number is right on the day it is written and
 * nobody finds it again.
 */
export function typedFactProblems({ course }: CheckInput): Problem[] {
  return course.modules.flatMap(moduleTexts).flatMap(({ blocks }) =>
    textPieces(blocks, () => '').flatMap((piece) =>
      signs.flatMap(([code, sign]) => {
        const sentence = sentencesIn(code, piece.text).find((one) => sign.test(one))
        const found = sentence === undefined ? null : sign.exec(sentence)
        return found ? problem(piece, code, { found: found[0].trim() || shortened(sentence!) }) : []
      }),
    ),
  )
}

/** A penalty is told within one sentence; a number's own dots end none. */
function sentencesIn(code: ProblemCode, text: string): string[] {
  return code === 'typed-penalty' ? sentencesOf(text) : [text]
}

function shortened(sentence: string): string {
  return sentence.length > 60 ? `${sentence.slice(0, 57)}…` : sentence
}
