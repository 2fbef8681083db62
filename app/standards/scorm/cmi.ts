// What both of SCORM's run-time data models have in common.

/** Run-time data by element name: { "cmi.core.lesson_location": "3" }, { "cmi.location": "3" }. */
export type CmiElements = Readonly<Record<string, string>>

export type Completion = 'not attempted' | 'incomplete' | 'completed'
export type Success = 'unknown' | 'passed' | 'failed'

/** What an item's launch is seeded from. */
export interface SeedSource {
  /** What the manifest says of the item; null where it says nothing. */
  item: {
    /** SCORM 1.2: 0..100. */
    masteryScore: number | null
    /** SCORM 2004: -1..1. */
    scaledPassingScore: number | null
    /** SCORM 2004: 0..1. */
    completionThreshold: number | null
    maxTimeAllowed: string | null
    timeLimitAction: string | null
    dataFromLms: string | null
    /** SCORM 2004: the ids of its objectives, the primary one first; those without an id are left out. */
    objectives: readonly string[]
  }
  /** What the attempt holds for the item; null at its first launch. */
  state: ItemState | null
  /** Pseudonyms: content may send them anywhere. */
  learner: { id: string; name: string }
  /** The package is judged by the standard's letter. */
  isStrict?: boolean
  /** The usual ones where nothing is said. */
  rules?: WordRules
}

/** What of an attempt's rules bears on what content is answered of its own verdicts. */
export interface WordRules {
  /** The manifest's limits have their say over content's own words. */
  appliesLimits: boolean
  /** SCORM 1.2: passed is completed, too. */
  passedCompletes: boolean
  /** Completed and passed stay, whatever content says later. */
  keepsStatus: boolean
}

/** The rules of a module for which none have been decided. */
export const usualWords: WordRules = {
  appliesLimits: true,
  passedCompletes: true,
  keepsStatus: true,
}

/** How far an attempt has come with an item. */
export interface Standing {
  completion: Completion
  success: Success
}

/** What an attempt holds for an item. */
export interface ItemState {
  elements: CmiElements
  totalSeconds: number
  /** Content has ended its latest session itself (LMSFinish, Terminate). */
  isEnded: boolean
}

/** What of a manifest decides how far the learner has come with a SCO. */
export interface ScoFacts {
  /** SCORM 1.2: 0..100. */
  masteryScore: number | null
  /** SCORM 2004: -1..1. */
  scaledPassingScore: number | null
  /** SCORM 2004: 0..1. */
  completionThreshold: number | null
  /** SCORM 2004: content has promised to say itself when it is completed. */
  completionSetByContent: boolean
  /** The same of its success. */
  objectiveSetByContent: boolean
  /** SCORM 2004: whether what the learner does in it counts at all. */
  tracked: boolean
}

/** What is known of a session beside its elements. */
export interface SessionSaid {
  /** Content has ended it with these elements. */
  finished: boolean
  /** Of the elements that are a verdict, those that this session has set: the others are of earlier ones. */
  told: readonly string[]
  /** SCORM 1.2: whether passed is completed, too, as the standard has it; so where nothing is said. */
  passedCompletes?: boolean
}

/**
 * Kept beside an item's elements, and under no standard's name, so that no content can set it: what
 * SessionSaid.told holds, with spaces between.
 */
export const toldElement = 'samsyn.told'

/** What a SCO's elements come to. */
export interface Judgement {
  completion: Completion
  success: Success
  /** Nothing has been said of success yet in this session: an earlier word is no older for that. */
  isSuccessOpen: boolean
  /** 0..1 */
  scoreScaled: number | null
  /** The elements that count otherwise than content has set them. */
  settled: CmiElements
}

export type Access = 'read-only' | 'read-write' | 'write-only'

/** An element of a data model. */
export interface CmiElement<Type extends string> {
  /** With `n` and `m` for indices: "cmi.interactions.n.objectives.m.id". */
  name: string
  access: Access
  type: Type
  /** Where the type is a vocabulary: what the element may be set to or hold. */
  words?: readonly string[]
  /** Where the type is a number: the least and the most. */
  range?: readonly [number, number]
  /** Where the type is a text: the characters that the standard asks every host to hold. */
  longest?: number
}

/** Makes the elements of a data model with the given types. */
export function elementsOfTypes<Type extends string>() {
  type Limits = Pick<CmiElement<Type>, 'words' | 'range' | 'longest'>
  const maker =
    (access: Access) =>
    (name: string, type: Type, limits?: Limits): CmiElement<Type> => ({
      name,
      access,
      type,
      ...limits,
    })
  return {
    readOnly: maker('read-only'),
    readWrite: maker('read-write'),
    writeOnly: maker('write-only'),
  }
}

/** Finds the element that a name means ("cmi.objectives.3.id" → "cmi.objectives.n.id"). */
export function elementFinder<Type extends string>(
  elements: readonly CmiElement<Type>[],
): (name: string) => CmiElement<Type> | undefined {
  const byName = new Map(elements.map((element) => [element.name, element]))
  return (name) => {
    let index = 0
    return byName.get(name.replace(/\.\d+(?=\.)/g, () => (index++ === 0 ? '.n' : '.m')))
  }
}

/** A decimal number ("83.5", "-2"); null for anything else, and for one of more digits than a number holds. */
export function decimalOf(text: string | undefined): number | null {
  if (text === undefined || !/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}

/** A raw score between min and max as 0..1, the nearest for one beyond them; null where they leave no room. */
export function scaledBetween(raw: number, min: number, max: number): number | null {
  const share = (raw - min) / (max - min)
  // So far apart that their difference is no number any more.
  if (max <= min || Number.isNaN(share)) return null
  return Math.min(1, Math.max(0, share))
}
