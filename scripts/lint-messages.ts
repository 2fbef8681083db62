import ts from 'typescript'
import {
  arms,
  eachNode,
  isTest,
  literalParts,
  violation,
  type Source,
  type Violation,
} from './lint-source.ts'

/** Every text goes through app/i18n, in both languages, and each is shown somewhere. */
export const messageRules = {
  'message-unused': 'a text that nothing shows',
  'message-missing': 'a key that has no text',
  'message-missing-refusal': 'a refusal that has no text',
  'message-languages-differ': 'a text that only one language has',
  'message-places-differ': 'both languages fill the same {places}',
  'message-twice': 'a key has one text per language',
  'message-not-plain': 'a text is written out, so that it can be read and checked here',
  'swedish-outside-i18n': 'Swedish text lives in app/i18n',
} as const

interface Message {
  key: string
  source: Source
  node: ts.Node
  /** The names within braces; a plural also takes `count`. Undefined: not written out. */
  places?: string
}

type Messages = Map<string, Message>

const languages = ['sv', 'en'] as const

/** What stands before a code that the code itself writes bare: refusals and problems of packages. */
const codePrefixes = ['refusal.', 'package-problem.']

/** What is not interface text though it looks Swedish: places as the register has them, code pages. */
const swedishByNature = [
  'app/domain/place/',
  'app/domain/organisation/likely-duplicate.ts',
  'app/exchange/imports/packages/entry-name.ts',
]

export function checkMessages(sources: Source[]): Violation[] {
  const found: Violation[] = []
  const [sv, en] = languages.map((language) => messagesOf(language, sources, found))
  found.push(...compareLanguages(sv!, en!))
  const speaking = sources.filter(
    ({ file }) =>
      /^(app\/|scripts\/|prisma\/seed\/|server\/|server\.ts$)/.test(file) &&
      !isText(file) &&
      !isTest(file),
  )
  const used = new UsedKeys(sv!)
  for (const source of speaking) {
    eachNode(source, (node) => {
      used.add(node)
      found.push(...missing(source, node, used))
    })
  }
  for (const { key, source, node } of sv!.values()) {
    if (!used.has(key)) found.push(violation('message-unused', source, node, `'${key}' is unused`))
  }
  found.push(...speaking.flatMap(swedish))
  return found
}

const isText = (file: string) => /^app\/i18n\/(sv|en)\//.test(file)

function messagesOf(language: string, sources: Source[], found: Violation[]): Messages {
  const messages: Messages = new Map()
  for (const source of sources) {
    if (!source.file.startsWith(`app/i18n/${language}/`)) continue
    eachNode(source, (node) => {
      if (!isEntry(node)) return
      const key = ts.isStringLiteralLike(node.name) ? node.name.text : node.name.getText()
      const places = placesOf(node.initializer)
      const say = (rule: string, text: string) =>
        found.push(violation(rule, source, node, `'${key}' ${text}`))
      if (places === undefined) say('message-not-plain', 'is computed')
      if (messages.has(key)) say('message-twice', `is also in ${messages.get(key)!.source.file}`)
      else messages.set(key, { key, source, node, places })
    })
  }
  return messages
}

/** An entry of the exported object itself, not of a plural within it. */
function isEntry(node: ts.Node): node is ts.PropertyAssignment {
  if (!ts.isPropertyAssignment(node)) return false
  let above: ts.Node = node.parent.parent
  while (ts.isAsExpression(above) || ts.isSatisfiesExpression(above)) above = above.parent
  return ts.isVariableDeclaration(above)
}

/** "count name" for 'Hej {name}', the braces of both forms of a plural together. */
function placesOf(value: ts.Expression): string | undefined {
  if (ts.isObjectLiteralExpression(value)) {
    const forms = value.properties.map((form) =>
      ts.isPropertyAssignment(form) ? placesOf(form.initializer) : undefined,
    )
    if (forms.includes(undefined)) return undefined
    return inOrder(['count (plural)', ...forms.join(' ').split(' ')])
  }
  const text = plainText(value)
  return text === undefined
    ? undefined
    : inOrder([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))
}

const inOrder = (names: string[]) => [...new Set(names.filter(Boolean))].sort().join(' ')

function plainText(value: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(value)) return value.text
  if (!ts.isBinaryExpression(value)) return undefined
  const [left, right] = [plainText(value.left), plainText(value.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

function compareLanguages(sv: Messages, en: Messages): Violation[] {
  const lacks = (message: Message, language: string) =>
    violation(
      'message-languages-differ',
      message.source,
      message.node,
      `'${message.key}' is not in ${language}`,
    )
  const found: Violation[] = []
  for (const message of sv.values()) {
    const other = en.get(message.key)
    if (!other) found.push(lacks(message, 'en'))
    else if (other.places !== undefined && other.places !== message.places) {
      const places = `'${message.key}' fills "${message.places}" in sv, "${other.places}" in en`
      found.push(violation('message-places-differ', other.source, other.node, places))
    }
  }
  for (const message of en.values()) if (!sv.has(message.key)) found.push(lacks(message, 'sv'))
  return found
}

/** Which keys the code names: written out, as a refusal's code, or by a pattern `profession.${group}`. */
class UsedKeys {
  readonly #keys = new Set<string>()
  readonly #messages: Messages
  constructor(messages: Messages) {
    this.#messages = messages
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** The keys that fit a text of the code. */
  fitting(parts: string[], prefix = ''): string[] {
    if (parts.length === 1) {
      const key = prefix + parts[0]!
      return this.#messages.has(key) ? [key] : []
    }
    const pattern = new RegExp(
      `^${[prefix + parts[0]!, ...parts.slice(1)].map(escaped).join('.+')}$`,
    )
    return [...this.#messages.keys()].filter((key) => pattern.test(key))
  }

  add(node: ts.Node): void {
    const parts = literalParts(node)
    if (!parts || (parts.length > 1 && !parts[0]!.includes('.'))) return
    // `refusal.${code}` shows whatever was thrown: which texts that can be, the throwing code says.
    const anyCode = parts.length > 1 && codePrefixes.includes(parts[0]!)
    const keys = anyCode ? [] : this.fitting(parts)
    for (const prefix of codePrefixes) keys.push(...this.fitting(parts, prefix))
    for (const key of keys) this.#keys.add(key)
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function missing(source: Source, node: ts.Node, used: UsedKeys): Violation[] {
  const asked = askedFor(node)
  if (!asked) return []
  return arms(asked.argument).flatMap((arm) => {
    const parts = literalParts(arm)
    const known =
      !parts || (parts.length > 1 && !parts[0]) || used.fitting(parts, asked.prefix).length > 0
    if (known) return []
    return [violation(asked.rule, source, arm, `'${asked.prefix}${parts.join('…')}' has no text`)]
  })
}

/** The text that t(...), tLoose(...), packageWarning(...) or new Refusal(...) asks for. */
function askedFor(node: ts.Node) {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined
  const argument = node.arguments?.[0]
  const name = node.expression.getText()
  if (!argument) return undefined
  if (ts.isNewExpression(node)) {
    return name === 'Refusal'
      ? { argument, prefix: 'refusal.', rule: 'message-missing-refusal' }
      : undefined
  }
  if (name === 'packageWarning') {
    return { argument, prefix: 'package-problem.', rule: 'message-missing' }
  }
  return /(^|\.)(t|tLoose)$/.test(name)
    ? { argument, prefix: '', rule: 'message-missing' }
    : undefined
}

function swedish(source: Source): Violation[] {
  const { file } = source
  const exempt =
    file.startsWith('app/i18n/') || swedishByNature.some((path) => file.startsWith(path))
  if (!file.startsWith('app/') || exempt) return []
  const found: Violation[] = []
  eachNode(source, (node) => {
    const text = ts.isJsxText(node) ? node.text : literalParts(node)?.join('')
    // SQL sorts and folds these letters; nobody reads it.
    if (!text || !/[åäöÅÄÖ]/.test(text) || isSqlText(node)) return
    found.push(violation('swedish-outside-i18n', source, node, `"${text.trim().slice(0, 40)}"`))
  })
  return found
}

function isSqlText(node: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(node.parent) && /(^|\.)sql$/.test(node.parent.tag.getText())
}
