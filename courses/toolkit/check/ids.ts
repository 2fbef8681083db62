import type { Place } from '../source/course-model.ts'
import { isCase, moduleTexts } from '../source/course-text.ts'
import { problem, type Problem } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'

interface Named {
  id: string
  place: Place
}

/** Ids that stand for two things: bookmarks and answers could not tell them apart. */
export function idProblems({ course }: CheckInput): Problem[] {
  const { modules, glossary, tracks } = course
  const blocks = modules.flatMap(moduleTexts).flatMap((text) => text.blocks)
  return [
    ...usedTwice(blocks.flatMap((block) => ('id' in block ? block : []))),
    ...blocks.filter(isCase).flatMap(({ scenes }) => usedTwice(scenes)),
    ...modules.flatMap(({ goals }) => usedTwice(goals)),
    ...modules.flatMap(({ pages }) => usedTwice(pages.map(bySlug))),
    ...usedTwice(glossary),
    ...usedTwice(tracks.map(bySlug)),
  ]
}

const bySlug = ({ slug, place }: { slug: string; place: Place }): Named => ({ id: slug, place })

function usedTwice(things: Named[]): Problem[] {
  const first = new Map<string, Place>()
  return things.flatMap(({ id, place }) => {
    const other = first.get(id)
    if (!other) first.set(id, place)
    // A missing id has been told by the reader.
    if (!other || id === '') return []
    return problem(place, 'id-twice', { id, where: `${other.file}:${other.line}` })
  })
}
