import { decimalOf, type CmiElement } from './cmi.ts'

/** Characters of any one value. The standards' own sizes bind in a package's strict mode only. */
export const longestValue = 1_048_576
/** Characters of an identifier, in either mode: it is a name, and no learner's work. */
export const longestIdentifier = 4000

/** What is wrong with an element or with what it is set to. */
export type RefusalCode =
  | 'unknown-element'
  | 'read-only'
  /** The entry of a collection is written otherwise than 0, 1, … 9999, or there is no such entry. */
  | 'index'
  | 'type'
  | 'vocabulary'
  | 'range'
  | 'size'

/** Why an element is not taken. It never tells the value, which may be about the learner. */
export interface ElementRefusal {
  /** As content has named it, cut to what can be a name. */
  element: string
  code: RefusalCode
  /** "SCORM 1.2 RTE 3.4.4, cmi.core.score.raw": the element under the standard's own name. */
  clause: string
}

/** What a value is judged by beside itself. */
export interface RefusalContext {
  /** A package's strict mode: sizes, formats and ranges to the standard's letter. */
  strict: boolean
  /**
   * What another element of the item holds, as far as the caller knows: an answer is judged by the type
   * of its question. Where that is not known, the answer is taken.
   */
  held?: (element: string) => string | undefined
}

/** Why an element may not be set to a value; undefined when it may. */
export type RefusalOf = (
  name: string,
  value: string,
  context: RefusalContext,
) => ElementRefusal | undefined

interface DataModel<Type extends string> {
  elementOf: (name: string) => CmiElement<Type> | undefined
  /** Of an element; of the whole data model where there is no such element. */
  clauseOf: (element?: string) => string
  /** What is wrong with a value of at most `longestValue`. */
  codeOf: (element: CmiElement<Type>, setting: Setting) => RefusalCode | undefined
}

/** What an element is to be set to. */
export interface Setting extends RefusalContext {
  name: string
  value: string
}

/**
 * The rules for what content may set. An entry of a collection is numbered 0 to 9,999: SCORM 2004 asks for
 * 250 interactions at least, and content that keeps a journal adds one for each answer. That the
 * entries come without gaps is not seen here: a commit has only what has changed.
 */
export function refusalBy<Type extends string>(model: DataModel<Type>): RefusalOf {
  return (name, value, context) => {
    const element = model.elementOf(name)
    const code = element ? codeBy(model, element, { ...context, name, value }) : 'unknown-element'
    return code && { element: nameShown(name), code, clause: model.clauseOf(element?.name) }
  }
}

function codeBy<Type extends string>(
  { codeOf }: DataModel<Type>,
  element: CmiElement<Type>,
  setting: Setting,
): RefusalCode | undefined {
  if (element.access === 'read-only') return 'read-only'
  if (!hasPlainIndices(setting.name)) return 'index'
  return setting.value.length > longestValue ? 'size' : codeOf(element, setting)
}

/** Whether the entries that a name tells of are written plainly: "01" would be a second name of 1. */
export function hasPlainIndices(name: string): boolean {
  return !/\.(?:0\d+|\d{5,})(?=\.)/.test(name)
}

/** Whether a text has more characters than a standard asks a host to hold. */
export function isLongerThan(text: string, longest: number): boolean {
  // A character is one unit or two, so only what lies between is counted.
  return text.length > 2 * longest || (text.length > longest && [...text].length > longest)
}

/**
 * Why a text is no number of the range; undefined when it is. A number counts to seven decimals
 * (SCORM 2004 RTE 4.1.1.7, real(10,7)), so that 1.0000000000000002 is 1.
 */
export function numberRefused(
  text: string,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): 'type' | 'range' | undefined {
  const number = decimalOf(text)
  if (number === null) return 'type'
  return number < least - halfOfLastDigit || number > most + halfOfLastDigit ? 'range' : undefined
}

const halfOfLastDigit = 0.5e-7

const nameShown = (name: string) => name.slice(0, 100).replace(/[^\w.{}=-]/g, '?')
