import { describe, expect, it } from 'vitest'
import { factsFile as askedFor } from '../../../courses/toolkit/runtime/facts.ts'
import { currentFactsFile, factsFile, type PackageFact } from './package-facts.ts'

const builtFact = { id: 'linje-a', kind: 'line', text: 'Ring 1.', parts: { number: '1' } }
const built = (facts: unknown = [builtFact], version = 1) => JSON.stringify({ version, facts })
const fact = (values: Partial<PackageFact> = {}): PackageFact => ({
  id: 'linje-a',
  text: 'Ring 2.',
  parts: { number: '2' },
  lastReviewed: '2026-12-01',
  ...values,
})

describe('the facts that a package is told', () => {
  it('lie where its modules ask for them', () => {
    expect(factsFile).toBe(askedFor)
  })

  it("are today's words, without what only editors need", () => {
    const editors = { ...fact(), note: 'Varför', origin: 'editor' }
    expect(JSON.parse(currentFactsFile(built(), [editors])!)).toEqual({
      version: 1,
      facts: [fact()],
    })
  })

  it('are as they were built where nothing is known of them here', () => {
    const other = { ...builtFact, id: 'linje-b' }
    const { facts } = JSON.parse(currentFactsFile(built([other, builtFact]), [fact()])!) as {
      facts: unknown[]
    }
    expect(facts).toEqual([fact(), other])
  })

  it('come in the same bytes in whatever order they are known', () => {
    const [one, other] = [fact(), fact({ id: 'linje-b' })]
    expect(currentFactsFile(built(), [one, other])).toBe(currentFactsFile(built(), [other, one]))
  })

  it.each([
    ['no JSON', '{'],
    ['another version', built([builtFact], 2)],
    ['no list', built({})],
    ['nameless facts', built([{ text: 'x' }])],
    ['nothing', 'null'],
  ])("are none where the package's file holds %s", (_, file) => {
    expect(currentFactsFile(file, [fact()])).toBeUndefined()
  })
})
