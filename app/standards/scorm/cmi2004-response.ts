import {
  isLongerThan,
  longestIdentifier,
  numberRefused,
  type RefusalCode,
} from './element-refusal.ts'

// What an interaction's answers look like (SCORM 2004 4th ed. RTE 4.2.9): learner_response, and the patterns of
// the right ones.

/** How an answer is judged. */
interface Judging {
  strict: boolean
  /** One of the right answers, not the learner's. */
  isPattern: boolean
}

type Code = RefusalCode | undefined
type Check = (value: string, judging: Judging) => Code

/** "sv", "en-GB", "i-klingon", "x-mine" (SCORM 2004 RTE 4.1.1.7, language_type). */
export function isLanguage(text: string): boolean {
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(text)
}

/**
 * Why a text is no localized_string_type ("{lang=sv}Hej"); undefined when it is.
 * @param longest characters of the text after the language
 */
export function localizedRefused(text: string, longest: number, strict: boolean): Code {
  const [, language] = /^\{lang=([^}]*)\}/.exec(text) ?? []
  if (language !== undefined && !isLanguage(language)) return 'type'
  const words = language === undefined ? text : text.slice(text.indexOf('}') + 1)
  return strict && isLongerThan(words, longest) ? 'size' : undefined
}

const uri =
  /^(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})+(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i
const urn = /^urn:[a-z\d][a-z\d-]{0,31}:./i

/**
 * Why a text is no identifier; undefined when it is. By the standard it is a URI; outside the strict
 * mode it is any line that is not blank, since real content has spaces and Swedish letters in it.
 * @param longest characters, in strict mode
 */
export function identifierRefused(text: string, longest: number, strict: boolean): Code {
  if (isLongerThan(text, strict ? longest : longestIdentifier)) return 'size'
  if (!strict) return /^(?=.*\S).+$/.test(text) ? undefined : 'type'
  return uri.test(text) && (!/^urn:/i.test(text) || urn.test(text)) ? undefined : 'type'
}

/**
 * Why an answer does not fit the type of its interaction; undefined when it does. Outside the strict mode
 * a list may be of any length, no answer at all is an answer of any type, one number is a range, and
 * matching and performance may use a bare "." as SCORM 1.2 does.
 */
export function responseRefused(type: string, value: string, judging: Judging): Code {
  if (value === '' && !judging.strict) return undefined
  return checks[type]?.(value, judging)
}

const shortIdentifier: Check = (text, { strict }) => identifierRefused(text, 250, strict)
const separator = '[,]'

/** Why one of the entries between "[,]" is refused, or that there are more than the standard's `most`. */
function listRefused(value: string, most: number, judging: Judging, check: Check): Code {
  const entries = value.split(separator)
  if (judging.strict && entries.length > most) return 'size'
  for (const entry of entries) {
    const code = check(entry, judging)
    if (code) return code
  }
  return undefined
}

/** The text after "{case_matters=true}" and the like, each said once; null where one says neither true nor false. */
function withoutProperties(value: string, allowed: readonly string[]): string | null {
  let rest = value
  const left = new Set(allowed)
  for (;;) {
    const [whole, name = '', said = ''] = /^\{(\w+)=([^}]*)\}/.exec(rest) ?? []
    if (whole === undefined || !allowed.includes(name)) return rest
    const isGood = name === 'lang' ? isLanguage(said) : ['true', 'false'].includes(said)
    if (!isGood || !left.delete(name)) return null
    rest = rest.slice(whole.length)
  }
}

/** A check of what follows the properties, which only a pattern has. */
const afterProperties =
  (allowed: readonly string[], check: Check): Check =>
  (value, judging) => {
    const rest = judging.isPattern ? withoutProperties(value, allowed) : value
    return rest === null ? 'type' : check(rest, judging)
  }

/** "a[.]b" as its two parts; null where there are not two. */
function pairOf(entry: string, judging: Judging): [string, string] | null {
  const parts = entry.split('[.]')
  if (parts.length === 2) return parts as [string, string]
  const at = judging.strict || parts.length > 2 ? -1 : entry.indexOf('.')
  return at === -1 ? null : [entry.slice(0, at), entry.slice(at + 1)]
}

const match: Check = (entry, judging) => {
  const pair = pairOf(entry, judging)
  if (!pair) return 'type'
  return shortIdentifier(pair[0], judging) ?? shortIdentifier(pair[1], judging)
}

const step: Check = (entry, judging) => {
  const pair = pairOf(entry, judging)
  if (!pair || (pair[0] === '' && pair[1] === '')) return 'type'
  const [name, answer] = pair
  const nameRefused = name === '' ? undefined : shortIdentifier(name, judging)
  if (nameRefused) return nameRefused
  if (answer.includes('[:]')) return range(answer, judging)
  return judging.strict && isLongerThan(answer, 250) ? 'size' : undefined
}

const range: Check = (value, { strict }) => {
  const bounds = value.split('[:]')
  if (bounds.length > 2 || (strict && bounds.length < 2)) return 'type'
  if (bounds.some((bound) => bound !== '' && numberRefused(bound) !== undefined)) return 'type'
  const [least, most] = bounds
  return least && most && Number(least) > Number(most) ? 'type' : undefined
}

const choice: Check = (value, judging) => {
  // The empty set: none of them is right, or none was chosen.
  if (value === '') return undefined
  const entries = value.split(separator)
  if (new Set(entries).size < entries.length) return 'type'
  return listRefused(value, 36, judging, shortIdentifier)
}

const localized =
  (longest: number): Check =>
  (value, { strict }) =>
    localizedRefused(value, longest, strict)

const checks: Record<string, Check> = {
  'true-false': (value) => (['true', 'false'].includes(value) ? undefined : 'type'),
  choice,
  'fill-in': afterProperties(['case_matters', 'order_matters'], (value, judging) =>
    listRefused(value, 10, judging, localized(250)),
  ),
  'long-fill-in': (value, judging) => {
    if (!judging.isPattern) return localizedRefused(value, 4000, judging.strict)
    const words = withoutProperties(value, ['case_matters', 'lang'])
    if (words === null) return 'type'
    return judging.strict && isLongerThan(words, 4000) ? 'size' : undefined
  },
  matching: (value, judging) =>
    value === '' && !judging.isPattern ? undefined : listRefused(value, 36, judging, match),
  performance: afterProperties(['order_matters'], (value, judging) =>
    listRefused(value, 250, judging, step),
  ),
  sequencing: (value, judging) => listRefused(value, 36, judging, shortIdentifier),
  likert: shortIdentifier,
  numeric: (value, judging) => (judging.isPattern ? range(value, judging) : numberRefused(value)),
  other: (value, { strict }) => (strict && isLongerThan(value, 4000) ? 'size' : undefined),
}
