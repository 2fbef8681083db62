import {
  isMap,
  isNode,
  isScalar,
  parseDocument,
  Scalar,
  stringify,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { invariant } from '~/kernel/invariant.ts'
import { sheetKeys as keys, type FactContent } from '~/domain/catalogue/fact.ts'

/** What a sheet's file is to say; its id is the file's name, and its kind does not change. */
export type SheetWords = FactContent

/** Longer words than these are folded over several lines. */
const widest = 100

interface Edit {
  start: number
  end: number
  text: string
}

/**
 * A sheet's file saying what is wanted. Only keys that said something else are written anew, in the way in which they
 * were written; everything else, comments too, stays to the letter.
 * @throws where the file is no map of keys, as `check` would tell
 */
export function withWords(file: string, words: SheetWords): string {
  const sheet = mapOf(file)
  const edits: Edit[] = []
  for (const [index, key] of keys.entries()) {
    if (key === 'parts') edits.push(...partEdits(file, sheet, words.parts))
    else edits.push(...keyEdits(file, sheet, key, words[key], keys.slice(0, index)))
  }
  const written = applied(file, edits)
  const said = sheetOf(mapOf(written))
  for (const key of keys) {
    invariant(areEqual(said[key], words[key]), `the file says what is wanted as ${key}`)
  }
  return written
}

function mapOf(file: string): YAMLMap {
  const { contents, errors } = parseDocument(file, { schema: 'failsafe', logLevel: 'error' })
  if (errors.length > 0 || !isMap(contents)) throw new Error('The sheet cannot be read')
  return contents
}

const sheetOf = (sheet: YAMLMap): Record<string, unknown> =>
  sheet.toJSON() as Record<string, unknown>

function keyEdits(
  file: string,
  sheet: YAMLMap,
  key: string,
  wanted: unknown,
  before: readonly string[],
): Edit[] {
  if (areEqual(sheetOf(sheet)[key], wanted)) return []
  const pair = pairOf(sheet, key)
  if (pair) return [isNothing(wanted) ? without(file, pair) : rewritten(file, pair, wanted)]
  const above = before.map((name) => pairOf(sheet, name)).findLast(Boolean)
  const at = above ? lineEnd(file, placeOf(file, above).end) : 0
  return [{ start: at, end: at, text: `\n${lineOf(key, wanted, '')}` }]
}

function partEdits(file: string, sheet: YAMLMap, wanted: Record<string, string>): Edit[] {
  const parts = sheet.get('parts')
  if (!isMap(parts)) return keyEdits(file, sheet, 'parts', wanted, ['title', 'text'])
  const edits = Object.entries(wanted).flatMap(([name, words]) => {
    const pair = pairOf(parts, name)
    if (pair) return keyEdits(file, parts, name, words, [])
    const last = parts.items.at(-1)
    invariant(last, 'a map of parts has parts')
    const at = lineEnd(file, placeOf(file, last).end)
    return [{ start: at, end: at, text: `\n${lineOf(name, words, '  ')}` }]
  })
  const gone = parts.items.filter((pair) => !Object.hasOwn(wanted, String(pair.key)))
  return [...edits, ...gone.map((pair) => without(file, pair))]
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => String(pair.key) === key)

/** From the first letter of the key to the last of its value; not the comment behind it. */
function placeOf(file: string, { key, value }: Pair): { start: number; end: number } {
  const start = isNode(key) ? key.range?.[0] : undefined
  invariant(start !== undefined, 'what was read has a place')
  const end = (isNode(value) ? value.range?.[1] : undefined) ?? start
  return { start, end: start + file.slice(start, end).trimEnd().length }
}

function lineEnd(file: string, from: number): number {
  const end = file.indexOf('\n', from)
  return end === -1 ? file.length : end
}

function without(file: string, pair: Pair): Edit {
  const { start, end } = placeOf(file, pair)
  return { start: file.lastIndexOf('\n', start - 1) + 1, end: lineEnd(file, end) + 1, text: '' }
}

function rewritten(file: string, pair: Pair, wanted: unknown): Edit {
  const { start, end } = placeOf(file, pair)
  const indent = /[ \t]*$/.exec(file.slice(0, start))![0]
  const type = isScalar(pair.value) ? pair.value.type : undefined
  return { start, end, text: lineOf(String(pair.key), wanted, indent, type).trimStart() }
}

/** A key with its value, as sheets are written: long words folded, days and numbers in quotation marks. */
function lineOf(key: string, value: unknown, indent: string, type?: Scalar.Type | null): string {
  const node = typeof value === 'string' ? scalarOf(key, value, type) : value
  const text = stringify({ [key]: node }, { singleQuote: true, lineWidth: widest - indent.length })
  return text
    .trimEnd()
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}

function scalarOf(key: string, words: string, type?: Scalar.Type | null): Scalar {
  const scalar = new Scalar(words)
  const isLong = key.length + words.length + 2 > widest
  if (isLong) scalar.type = 'BLOCK_FOLDED'
  else if (words === '' || /^[\d-]+$/.test(words)) scalar.type = 'QUOTE_SINGLE'
  else if (type && !type.startsWith('BLOCK')) scalar.type = type
  return scalar
}

/** The last first, so that the places of the others stay. */
function applied(file: string, edits: readonly Edit[]): string {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce(
      (text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end),
      file,
    )
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** In whatever order keys stand; nothing, no key and an empty text are one. */
function areEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plain)
  const entries = Object.entries(value).filter(([, each]) => !isNothing(each))
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)])
}
