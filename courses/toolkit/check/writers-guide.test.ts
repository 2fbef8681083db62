import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { directiveRules } from '../source/directive-rules.ts'
import { courseSchema, factSchema, glossarySchema, moduleSchema } from '../source/course-schemas.ts'
import { readPage } from '../source/page-reader.ts'
import { readYaml } from '../source/yaml-reader.ts'

const guide = readFileSync('courses/README.md', 'utf8')
const examples = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    (match) => match[1]!,
  )

describe('the guide for writers', () => {
  it.each(examples('md'))('shows a page, or a piece of one, that can be read: %s', (example) => {
    const text = example.startsWith('---') ? example : `---\ntitle: Sidan\n---\n\n${example}`
    const page = { file: 'a.md', text, kind: 'page', module: 'm', slug: 's' } as const
    expect(readPage(page).problems).toEqual([])
  })

  it('shows every directive', () => {
    const shown = examples('md').join('\n')
    const missing = Object.keys(directiveRules).filter((name) => !shown.includes(`:${name}`))
    expect(missing).toEqual([])
  })

  it('shows a fact, words of the glossary, modules and a course that can be read', () => {
    const schemas = [factSchema, glossarySchema, moduleSchema, moduleSchema, courseSchema]
    const shown = examples('yaml')
    expect(shown).toHaveLength(schemas.length)
    for (const [index, example] of shown.entries()) {
      const reading = readYaml<unknown>(example, { file: 'a.yaml', line: 1 }, schemas[index]!)
      expect(reading.problems).toEqual([])
    }
  })
})
