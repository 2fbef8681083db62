import type { Fact } from '../source/course-model.ts'
import { factsFile, type SamsynFacts } from '../runtime/facts.ts'
import type { PackageFile } from './package-zip.ts'

/**
 * The facts that a module cites, as they are when it is built. Inside Samsyn the content host answers this
 * path with the words of today.
 */
export function factsOf(facts: Iterable<Fact>): PackageFile {
  const told = [...facts]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, kind, title, text, parts, source, certainty, toCheck, ...days }) => ({
      id,
      kind,
      title,
      text,
      parts,
      source,
      certainty,
      toCheck,
      validFrom: days.validFrom,
      validTo: days.validTo,
      lastReviewed: days.lastReviewed,
      nextReview: days.nextReview,
    }))
  const content: SamsynFacts = { version: 1, facts: told }
  return { path: factsFile, content: `${JSON.stringify(content, null, 2)}\n` }
}
