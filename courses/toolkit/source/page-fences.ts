import { problem, type Problem } from './problem.ts'

/** A line that opens a directive or closes one. */
interface Fence {
  line: number
  colons: number
  /** Undefined: it closes. */
  name?: string
}

/** Colons, then a name right behind them, or nothing. */
const fenceLine = /^\s*(?:>\s*)*(:{2,})(?:([a-zåäö][\wåäö-]*).*|[ \t]*)$/i
const codeFence = /^\s{0,3}(```|~~~)/

/**
 * Whether every container is closed by a line of its own with as many colons, and has more colons than those
 * it holds. The parser closes silently what nobody closed, and takes what is left over for text.
 */
export function fenceProblems(file: string, text: string): Problem[] {
  const open: Required<Fence>[] = []
  const found: Problem[] = []
  for (const fence of fencesOf(text)) {
    const { line, colons, name } = fence
    if (name !== undefined) {
      const outer = open.at(-1)
      if (colons < 3) continue
      if (outer && outer.colons <= colons) {
        found.push(
          problem({ file, line: outer.line }, 'fence-short', {
            outer: shown(outer),
            inner: shown({ line, colons, name }),
            line,
            wanted: ':'.repeat(colons + 1) + outer.name,
          }),
        )
      }
      open.push({ line, colons, name })
      continue
    }
    const closes = open.findLastIndex((other) => other.colons === colons)
    if (closes < 0)
      found.push(problem({ file, line }, 'fence-stray', { colons: ':'.repeat(colons) }))
    else
      found.push(
        ...open
          .splice(closes)
          .slice(1)
          .map((inner) => unclosed(file, inner)),
      )
  }
  return [...found, ...open.map((fence) => unclosed(file, fence))]
}

/** Lines from 1 on which a directive of two colons or more seems to begin, whether or not it can be read. */
export function directiveLines(text: string): number[] {
  const begins = /^\s*(?:>\s*)*:{2,}[ \t]*[^\s:]/
  return proseLines(text).flatMap(({ line, words }) => (begins.test(words) ? [line] : []))
}

function fencesOf(text: string): Fence[] {
  return proseLines(text).flatMap(({ line, words }) => {
    const match = fenceLine.exec(words)
    return match ? [{ line, colons: match[1]!.length, name: match[2] }] : []
  })
}

function proseLines(text: string): { line: number; words: string }[] {
  let inCode = false
  return text.split('\n').flatMap((words, index) => {
    if (codeFence.test(words)) inCode = !inCode
    return inCode ? [] : [{ line: index + 1, words }]
  })
}

const unclosed = (file: string, fence: Required<Fence>): Problem =>
  problem({ file, line: fence.line }, 'fence-unclosed', {
    directive: shown(fence),
    closing: ':'.repeat(fence.colons),
  })

const shown = ({ colons, name }: Required<Fence>) => ':'.repeat(colons) + name
