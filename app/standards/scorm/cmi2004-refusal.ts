import type { CmiElement } from './cmi.ts'
import { elementOf, type Cmi2004Type } from './cmi2004-elements.ts'
import {
  identifierRefused,
  isLanguage,
  localizedRefused,
  responseRefused,
} from './cmi2004-response.ts'
import { secondsOf } from './cmi2004.ts'
import {
  isLongerThan,
  numberRefused,
  refusalBy,
  type RefusalCode,
  type Setting,
} from './element-refusal.ts'

type Element = CmiElement<Cmi2004Type>
type Check = (setting: Setting, element: Element) => RefusalCode | undefined

/**
 * Why content of SCORM 2004 may not set an element to a value (RTE 4.2, its data types RTE 4.1.1.7, and
 * SN 5.6); undefined when it may.
 *
 * Beyond the standard, outside a package's strict mode: texts of any length; an identifier is any line
 * that is not blank; fractions of a second of any length, a time zone without them, and fractions in
 * all of a timeinterval; answers as `responseRefused` says.
 *
 * In either mode: an empty text is a text (cmi.location and the like), years go to 9999 where the book
 * stops at 2038, and a number beyond its range in the eighth decimal is in it.
 */
export const refusalOf2004 = refusalBy<Cmi2004Type>({
  elementOf,
  clauseOf,
  codeOf: (element, setting) => checks[element.type](setting, element),
})

/** The section of each part of the data model (RTE 4.2, 4th edition). */
const sections: Record<string, number> = {
  _version: 1,
  comments_from_learner: 2,
  comments_from_lms: 3,
  completion_status: 4,
  completion_threshold: 5,
  credit: 6,
  entry: 7,
  exit: 8,
  interactions: 9,
  launch_data: 10,
  learner_id: 11,
  learner_name: 12,
  learner_preference: 13,
  location: 14,
  max_time_allowed: 15,
  mode: 16,
  objectives: 17,
  progress_measure: 18,
  scaled_passing_score: 19,
  score: 20,
  session_time: 21,
  success_status: 22,
  suspend_data: 23,
  time_limit_action: 24,
  total_time: 25,
}

function clauseOf(element?: string): string {
  const [model, part = ''] = element?.split('.') ?? []
  const book = model === 'adl' ? 'SN 5.6' : `RTE 4.2${part in sections ? `.${sections[part]}` : ''}`
  return `SCORM 2004 4th ed. ${book}${element ? `, ${element}` : ''}`
}

const checks: Record<Cmi2004Type, Check> = {
  characterstring: ({ value, strict }, { name, longest = 4000 }) => {
    // The manifest's shared data is not handed to content yet: there is no entry to set.
    if (name === 'adl.data.n.store') return 'index'
    if (name === navigationRequest) return requests.test(value) ? undefined : 'vocabulary'
    return strict && isLongerThan(value, longest) ? 'size' : undefined
  },
  // Only the host's own elements have it.
  integer: () => undefined,
  language_type: ({ value }) => (value === '' || isLanguage(value) ? undefined : 'type'),
  localized_string_type: ({ value, strict }, { longest = 4000 }) =>
    localizedRefused(value, longest, strict),
  long_identifier_type: ({ value, strict }) => identifierRefused(value, 4000, strict),
  real: ({ value }, { range }) => numberRefused(value, range),
  response,
  state: ({ value }, { name, words }) => {
    if (words?.includes(value)) return undefined
    const isScore = name === 'cmi.interactions.n.result' && numberRefused(value) === undefined
    return isScore ? undefined : 'vocabulary'
  },
  time: ({ value, strict }) => (isTime(value, strict) ? undefined : 'type'),
  timeinterval: ({ value, strict }) =>
    secondsOf(value) !== null && (!strict || interval.test(value)) ? undefined : 'type',
}

const navigationRequest = 'adl.nav.request'
/** SN 5.6.4. */
const requests =
  /^(?:_none_|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|\{target=[^{}]+\}(?:choice|jump))$/

const interval = /^P(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/

const zone = String.raw`(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?`
const time = (seconds: string) =>
  new RegExp(
    String.raw`^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d${seconds})?)?)?)?)?$`,
  )
// By the book there is no zone without a fraction.
const strictTime = time(String.raw`(?:\.\d{1,2}${zone.replace(':?', ':')})?`)
const lenientTime = time(String.raw`(?:\.\d+)?${zone}`)

/** A time(second,10,0) with what of it is left out from the right: "2009", "2009-07-25T03:30:35.5+02:00". */
function isTime(text: string, strict: boolean): boolean {
  const [whole, year = '', month = '1', day = '1'] =
    (strict ? strictTime : lenientTime).exec(text) ?? []
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return whole !== undefined && Number(year) >= 1970 && Number(day) >= 1 && Number(day) <= lastDay
}

/** Interactions with one right answer at most have one pattern (RTE 4.2.9.1). */
const withOnePattern = ['true-false', 'likert', 'numeric', 'other']

function response({ name, value, strict, held }: Setting): RefusalCode | undefined {
  const [, interaction, index] =
    /^(cmi\.interactions\.\d+)\.(?:correct_responses\.(\d+)\.pattern|learner_response)$/.exec(
      name,
    ) ?? []
  const type = held?.(`${interaction}.type`)
  if (type === undefined) return undefined
  if (Number(index ?? 0) > 0 && withOnePattern.includes(type)) return 'index'
  return responseRefused(type, value, { strict, isPattern: index !== undefined })
}
