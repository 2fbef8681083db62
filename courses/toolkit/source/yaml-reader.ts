import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml'
import type { z } from 'zod'
import type { Place } from './course-model.ts'
import { isProblemCode, problem, type Problem, type ProblemCode } from './problem.ts'

export interface YamlReading<T> {
  /** None where the text broke the schema in more than keys that nobody knows. */
  value?: T
  problems: Problem[]
  /** Where a key or an item of a list stands; of what is not there, what it should stand in. */
  placeOf: (path: PropertyKey[]) => Place
}

type KeyPath = PropertyKey[]

/**
 * Reads a YAML text by a schema. Every plain value is a text to the schema ("2026.10" stays itself, "no" is
 * no falsehood): who writes is no programmer.
 *
 * @param first the place of the text's first line
 */
export function readYaml<T>(text: string, first: Place, schema: z.ZodType<T>): YamlReading<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  })
  const at = (offset: number): Place => ({
    file: first.file,
    line: first.line + Math.max(lines.linePos(offset).line, 1) - 1,
  })
  const placeOf = (path: KeyPath) => at(offsetOf(document, path))
  const broken = [...brokenYaml(text, document, at), ...aliases(document, at)]
  if (broken.length > 0) return { problems: broken, placeOf }
  const raw: unknown = document.toJS()
  if (!isCollection(document.contents)) return { problems: [problem(first, 'yaml-empty')], placeOf }
  return { ...bySchema(raw, schema, placeOf), placeOf }
}

const brokenCodes: Partial<Record<YAMLError['code'], ProblemCode>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  DUPLICATE_KEY: 'yaml-key-twice',
  MISSING_CHAR: 'yaml-unclosed',
}

/** One per line: the parser finds several consequences of one slip. */
function brokenYaml(text: string, document: Document, at: (offset: number) => Place): Problem[] {
  const byLine = new Map<number, Problem>()
  for (const { code, pos } of document.errors) {
    const place = code === 'MISSING_CHAR' ? at(unclosedQuote(text, pos[0])) : at(pos[0])
    if (byLine.has(place.line)) continue
    byLine.set(place.line, problem(place, brokenCodes[code] ?? 'yaml-broken'))
  }
  return [...byLine.values()]
}

/** Where a quotation mark opens that its own line does not close; the parser tells of the end it came to. */
function unclosedQuote(text: string, end: number): number {
  const opening = /(?:^|[:\-[,][ \t]*)(["'])(?:(?!\1).)*$/m.exec(text.slice(0, end))
  return opening?.index ?? end
}

function aliases(document: Document, at: (offset: number) => Place): Problem[] {
  const found: Problem[] = []
  visit(document, {
    Alias: (_, node) => void found.push(problem(at(node.range?.[0] ?? 0), 'yaml-alias')),
  })
  return found
}

function bySchema<T>(raw: unknown, schema: z.ZodType<T>, placeOf: YamlReading<T>['placeOf']) {
  const result = schema.safeParse(raw)
  if (result.success) return { value: result.data, problems: [] }
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, raw, placeOf))
  // What nobody knows is told and then left aside, so that the rest can be used.
  for (const issue of result.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = valueAt(raw, issue.path) as Record<string, unknown>
    for (const key of issue.keys) delete holder[key]
  }
  const rest = schema.safeParse(raw)
  return { value: rest.success ? rest.data : undefined, problems }
}

function problemsOf(
  issue: z.core.$ZodIssue,
  raw: unknown,
  placeOf: (path: KeyPath) => Place,
): Problem[] {
  const key = spoken(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) =>
      problem(placeOf([...issue.path, name]), 'key-unknown', { name }),
    )
  }
  const value = valueAt(raw, issue.path)
  const place = placeOf(issue.path)
  if (issue.path.length === 0) return [problem(place, 'file-shape')]
  if (issue.code === 'invalid_key') return [problem(place, keyCode(issue), { key })]
  if (value === undefined) return [problem(place, 'key-missing', { key })]
  if (value === '' && !isProblemCode(issue.message)) return [problem(place, 'value-empty', { key })]
  const shown = typeof value === 'string' ? value : ''
  if (issue.code === 'invalid_value') {
    return [
      problem(place, 'value-not-among', { key, value: shown, among: issue.values.join(', ') }),
    ]
  }
  return [problem(place, codeOf(issue.message), { key, value: shown })]
}

function keyCode({ issues }: { issues: readonly { message: string }[] }): ProblemCode {
  return codeOf(issues[0]?.message ?? '')
}

function codeOf(message: string): ProblemCode {
  return isProblemCode(message) ? message : 'value-text'
}

function spoken(path: KeyPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `nr ${part + 1}` : String(part)))
    .join(' > ')
}

function valueAt(raw: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return (value as Record<PropertyKey, unknown>)[key]
  }, raw)
}

/** Of the last part of a path that is there: a key's own place, not its value's. */
function offsetOf(document: Document, path: KeyPath): number {
  for (let length = path.length; length > 0; length--) {
    const holder: unknown = document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    const pair = isMap(holder)
      ? holder.items.find((item) => isPair(item) && String(item.key) === last)
      : undefined
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && !isAlias(node)) return node.range?.[0] ?? 0
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0
}
