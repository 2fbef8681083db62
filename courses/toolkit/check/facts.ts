import type { Fact } from '../source/course-model.ts'
import { citationsOf, moduleTexts, splitReference } from '../source/course-text.ts'
import { problem, type Problem } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'

/**
 * Fact sheets without a source, laws less than sure that do not say what to look up, and sheets that are
 * cited though they have ceased to hold.
 */
export function factProblems({ course, today }: CheckInput): Problem[] {
  const blocks = course.modules.flatMap(moduleTexts).flatMap((text) => text.blocks)
  const cited = new Set(
    citationsOf(blocks).facts.map(({ reference }) => splitReference(reference).id),
  )
  return course.facts.flatMap((fact) => [
    ...(fact.source.length === 0 ? [problem(fact.place, 'fact-without-source')] : []),
    ...(fact.kind === 'law' && fact.certainty !== 'high' && fact.toCheck === ''
      ? [problem(fact.place, 'fact-unsure', { certainty: fact.certainty })]
      : []),
    ...(fact.validTo !== undefined && fact.validTo < today && cited.has(fact.id)
      ? [problem(fact.place, 'fact-ended', { day: fact.validTo })]
      : []),
  ])
}

/** Fact sheets whose review is due. */
export function overdueFacts({ course, today }: CheckInput): Problem[] {
  return course.facts
    .filter(({ nextReview }) => nextReview < today)
    .map(({ place, nextReview }) => problem(place, 'fact-overdue', { day: nextReview }))
}

/** Fact sheets that say themselves that somebody must look them up before the course is published. */
export function factsToCheck({ course }: CheckInput): Fact[] {
  return course.facts.filter(({ toCheck }) => toCheck !== '')
}
