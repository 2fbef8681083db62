import { changesBetween } from './fact-diff.ts'
import type { FactStep, FactVersion, TextSays } from './fact-view.ts'
import { intakeOf, type HeldFact } from './fact.ts'

/**
 * Versions with what each says otherwise than what was told before it. What came with the course's text while an
 * editor's words stood is set aside: the next one is no change of it.
 * @param versions the newest first, and so is what is answered
 */
export function historyOf(versions: readonly FactVersion[]): FactStep[] {
  let told: FactVersion | undefined
  return [...versions]
    .reverse()
    .map((version): FactStep => {
      const changes = told ? changesBetween(told, version) : []
      const isSetAside = version.origin === 'source' && intakeOf(version, told) === 'kept'
      if (!isSetAside) told = version
      return { ...version, changes, isSetAside }
    })
    .reverse()
}

const reviewed = ['lastReviewed', 'reviewer', 'nextReview'] as const

/**
 * What the course's text says otherwise than an editor's words that are told. Undefined where it says the same, or
 * where it has said so all along and an editor has but reviewed it since.
 * @param text what the course's text said last
 */
export function textSays(fact: HeldFact, text: FactVersion | undefined): TextSays | undefined {
  if (!text || fact.origin === 'source') return undefined
  const changes = changesBetween(fact, text)
  const isNew = fact.latestNumber > fact.number
  const isSaid = changes.some(({ field }) => !reviewed.some((each) => each === field))
  return changes.length > 0 && (isNew || isSaid) ? { version: text, changes, isNew } : undefined
}
