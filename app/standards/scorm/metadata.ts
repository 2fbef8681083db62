import { isRefusal } from '~/kernel/refusal.ts'
import {
  childOf,
  childrenOf,
  parseXml,
  plainTextOf,
  textOf,
  type XmlElement,
  type XmlLimits,
} from './xml-document.ts'
import { shortened } from './xml-text.ts'

/** What a package's own LOM metadata says of it (IEEE 1484.12.3; in SCORM 1.2 the IMS binding). */
export interface PackageMetadata {
  title: string | null
  /** A language tag: "sv", "en-GB". */
  language: string | null
  description: string | null
  /** How long a learner needs, else how long the recording is. */
  durationSeconds: number | null
}

const maxDescriptionLength = 4_000
/** A century; the database's whole numbers end below two. */
const maxSeconds = 100 * 366 * 86_400

/** Far more than all that LOM has to say. */
export const metadataLimits: XmlLimits = {
  maxBytes: 1_000_000,
  maxElements: 20_000,
  maxAttributes: 40_000,
  maxDepth: 64,
}

/**
 * Reads the metadata that stands within the given elements; where several say something, the first
 * counts.
 */
export function metadataOf(holders: readonly (XmlElement | undefined)[]): PackageMetadata {
  return metadataIn(holders.flatMap((holder) => childOf(childOf(holder, 'metadata'), 'lom') ?? []))
}

/** Why a file's metadata is not read; a code below `package-problem.`. */
export type MetadataFault = 'metadata-unread' | 'metadata-entities' | 'metadata-too-large'

/**
 * Reads a file of metadata (SCORM 1.2 CAM 2.2, SCORM 2004 CAM 4). What is wrong with it is answered and
 * not thrown: a course plays without it.
 */
export function metadataOfFile(
  input: string | Uint8Array,
  limits: XmlLimits = metadataLimits,
): PackageMetadata | MetadataFault {
  try {
    const { root } = parseXml(input, limits)
    return root.name === 'lom' ? metadataIn([root]) : 'metadata-unread'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return faultsByRefusal.get(error.code) ?? 'metadata-unread'
  }
}

const faultsByRefusal = new Map<string, MetadataFault>([
  ['package.entities', 'metadata-entities'],
  ['package.manifest-too-large', 'metadata-too-large'],
])

/** Of several, what the first that says it says. */
export function joinedMetadata(all: readonly PackageMetadata[]): PackageMetadata {
  const first = <Key extends keyof PackageMetadata>(key: Key) =>
    all.find((one) => one[key] !== null)?.[key] ?? null
  return {
    title: first('title'),
    language: first('language'),
    description: first('description'),
    durationSeconds: first('durationSeconds'),
  }
}

function metadataIn(loms: readonly XmlElement[]): PackageMetadata {
  return joinedMetadata(loms.map(metadataOfLom))
}

function metadataOfLom(lom: XmlElement): PackageMetadata {
  const general = childOf(lom, 'general')
  const description = languageTextOf(childOf(general, 'description'))
  return {
    title: languageTextOf(childOf(general, 'title')),
    language: languageTagOf(textOf(general, 'language')),
    description: description === null ? null : shortened(description, maxDescriptionLength),
    durationSeconds: durationSecondsOf(lom),
  }
}

/** The Swedish text of those in several languages, else the first (LOM LangString; IMS langstring). */
function languageTextOf(element: XmlElement | undefined): string | null {
  if (!element) return null
  const strings = [...childrenOf(element, 'string'), ...childrenOf(element, 'langstring')]
  const languageOf = ({ attributes }: XmlElement) =>
    (attributes.get('language') ?? attributes.get('xml:lang') ?? '').toLowerCase()
  const swedish = strings.find((one) => /^sv\b/.test(languageOf(one)) && one.text.trim() !== '')
  const chosen = swedish ?? strings.find((one) => one.text.trim() !== '')
  return plainTextOf(chosen?.text ?? element.text) || null
}

/** A language tag (BCP 47) with its usual hyphen; null for "none", "x-none" and what is no tag. */
export function languageTagOf(text: string | null): string | null {
  const tag = text?.replace('_', '-') ?? ''
  const isTag = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)
  return isTag && tag.toLowerCase() !== 'und' ? tag : null
}

function durationSecondsOf(lom: XmlElement): number | null {
  return (
    secondsWithin(childOf(childOf(lom, 'educational'), 'typicallearningtime')) ??
    secondsWithin(childOf(childOf(lom, 'technical'), 'duration'))
  )
}

function secondsWithin(element: XmlElement | undefined): number | null {
  const text = textOf(element, 'duration') ?? textOf(element, 'datetime') ?? element?.text.trim()
  return text ? secondsOf(text) : null
}

/** "PT1H30M" or "01:30:00". Months and years have no length, and zero says nothing: null. */
function secondsOf(text: string): number | null {
  const iso =
    /^P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/i
  const clock = /^(\d{1,4}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?$/
  const parts = iso.exec(text)?.slice(1) ?? withDays(clock.exec(text)?.slice(1))
  const lengths = [604_800, 86_400, 3_600, 60, 1]
  const seconds = lengths.reduce((sum, length, i) => sum + length * Number(parts?.[i] ?? 0), 0)
  return seconds >= 1 && seconds <= maxSeconds ? Math.round(seconds) : null
}

const withDays = (clock: string[] | undefined) => clock && ['0', '0', ...clock]
