import type { CmiElement } from './cmi.ts'
import { elementOf, type CmiType } from './cmi12-elements.ts'
import { secondsOf } from './cmi12.ts'
import {
  isLongerThan,
  longestIdentifier,
  numberRefused,
  refusalBy,
  type RefusalCode,
  type Setting,
} from './element-refusal.ts'

type Element = CmiElement<CmiType>
type Check = (setting: Setting, element: Element) => RefusalCode | undefined

/**
 * Why SCORM 1.2 content may not set an element to a value (RTE 3.4.4 and the data types of 3.4.2); undefined
 * when it may.
 *
 * Beyond the standard, outside a package's strict mode: texts of any length; an identifier is any text
 * that is not blank; scores outside 0..100; a blank time, timespan or number; times of fewer or more
 * digits; answers of any form, whatever the interaction's type; the words of SCORM 2004 "normal" for
 * cmi.core.exit and "incorrect" for an interaction's result.
 *
 * In either mode: words are those of the vocabulary, and "not attempted" is not for content to set as
 * its lesson status; a preference keeps to its range.
 */
export const refusalOf12 = refusalBy<CmiType>({
  elementOf,
  clauseOf: (element) => `SCORM 1.2 RTE 3.4.4${element ? `, ${element}` : ''}`,
  codeOf: (element, setting) => checks[element.type](setting, element),
})

const text =
  (longest: number): Check =>
  ({ strict, value }) =>
    strict && isLongerThan(value, longest) ? 'size' : undefined

const number: Check = ({ strict, value }, { range }) =>
  numberRefused(value, strict ? range : undefined)

const orBlank =
  (check: Check): Check =>
  (setting, element) =>
    setting.value === '' ? undefined : check(setting, element)

/** Outside the strict mode. */
const orBlankIfLenient =
  (check: Check): Check =>
  (setting, element) =>
    setting.strict ? check(setting, element) : orBlank(check)(setting, element)

const matching =
  (strictly: RegExp, isGood: (value: string) => boolean): Check =>
  ({ strict, value }) =>
    (strict ? strictly.test(value) : isGood(value)) ? undefined : 'type'

const checks: Record<CmiType, Check> = {
  'CMIBlank or CMIDecimal': orBlank(number),
  CMIDecimal: orBlankIfLenient(number),
  CMIFeedback: feedback,
  CMIIdentifier: ({ strict, value }) => {
    if (isLongerThan(value, strict ? 255 : longestIdentifier)) return 'size'
    return (strict ? /^[\x21-\x7e]+$/ : /\S/).test(value) ? undefined : 'type'
  },
  // Only the host's own elements have it.
  CMIInteger: () => undefined,
  CMISInteger: ({ value }, { range }) =>
    /^[+-]?\d+$/.test(value) ? numberRefused(value.replace('+', ''), range) : 'type',
  CMIString255: text(255),
  CMIString4096: text(4096),
  CMITime: orBlankIfLenient(
    matching(/^(?:[01]\d|2[0-4]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/, (value) =>
      /^(?:[01]?\d|2[0-4]):[0-5]?\d:[0-5]?\d(?:\.\d*)?$/.test(value),
    ),
  ),
  CMITimespan: orBlankIfLenient(
    matching(/^\d{2,4}:\d\d:\d\d(?:\.\d{1,2})?$/, (value) => secondsOf(value) !== null),
  ),
  CMIVocabulary: vocabulary,
}

const lessonStatus = 'cmi.core.lesson_status'
const result = 'cmi.interactions.n.result'
const wordsOf2004: Record<string, string> = { 'cmi.core.exit': 'normal', [result]: 'incorrect' }

function vocabulary({ strict, value }: Setting, { name, words }: Element): RefusalCode | undefined {
  // It says that the content has not begun, which it has (ADL's conformance tests refuse it: 405).
  if (name === lessonStatus && value === 'not attempted') return 'vocabulary'
  if (words?.includes(value) || (!strict && wordsOf2004[name] === value)) return undefined
  if (name !== result) return 'vocabulary'
  return (value === '' && !strict) || numberRefused(value) === undefined ? undefined : 'vocabulary'
}

const one = '[0-9a-z]'
const listOf = (entry: string) =>
  new RegExp(`^(?:${entry}(?:,${entry})*|\\{${entry}(?:,${entry})*\\})$`)
const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/
/** How an answer is written, by the type of its interaction; the others are plain texts. */
const answers: Record<string, RegExp> = {
  'true-false': /^[01tf]$/,
  choice: listOf(one),
  matching: listOf(`${one}\\.${one}`),
  sequencing: listOf(one),
  likert: new RegExp(`^${one}?$`),
  numeric: decimal,
}

function feedback({ strict, value, name, held }: Setting): RefusalCode | undefined {
  if (!strict) return undefined
  if (isLongerThan(value, 255)) return 'size'
  const [interaction] = /^cmi\.interactions\.\d+/.exec(name) ?? []
  const form = answers[held?.(`${interaction}.type`) ?? '']
  return !form || form.test(value) ? undefined : 'type'
}
