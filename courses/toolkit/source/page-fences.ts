import { problem, type Problem } from './problem.ts'

/** A line that opens a directive or closes one. */
interface Fence {
  line: number
  colons: number
  /** Undefined: it closes. */
  name?: string
}

interface OpenFence extends Required<Fence> {
  /** The first one inside that has as many colons or more. */
  longer?: Required<Fence>
}

/** Colons, then a name right behind them, or nothing. */
const fenceLine = /^\s*(?:>\s*)*(:{2,})(?:([a-zåäö][\wåäö-]*).*|[ \t]*)$/i
const codeFence = /^\s{0,3}(```|~~~)/

/**
 * Whether every container is closed by a line of its own with as many colons, and has more colons than those
 * it holds. The parser closes silently what nobody closed, and takes what is left over for text.
 */
export function fenceProblems(file: string, text: string): Problem[] {
  const open: OpenFence[] = []
  const found: Problem[] = []
  for (const { line, colons, name } of fencesOf(text)) {
    if (name !== undefined) {
      // With two colons a directive stands on one line, and nothing closes it.
      if (colons < 3) continue
      const inner = { line, colons, name }
      const outer = open.at(-1)
      if (outer && outer.colons <= colons) outer.longer ??= inner
      open.push(inner)
      continue
    }
    const closes = open.findLastIndex((other) => other.colons === colons)
    const [closed, ...inside] = closes < 0 ? [] : open.splice(closes)
    if (!closed) {
      found.push(problem({ file, line }, 'fence-stray', { colons: ':'.repeat(colons) }))
      continue
    }
    found.push(...inside.map((inner) => unclosed(file, inner)))
    if (closed.longer) found.push(short(file, closed, closed.longer))
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

function short(file: string, outer: OpenFence, inner: Required<Fence>): Problem {
  return problem({ file, line: outer.line }, 'fence-short', {
    outer: shown(outer),
    inner: shown(inner),
    line: inner.line,
    wanted: ':'.repeat(inner.colons + 1) + outer.name,
  })
}

const shown = ({ colons, name }: Required<Fence>) => ':'.repeat(colons) + name
