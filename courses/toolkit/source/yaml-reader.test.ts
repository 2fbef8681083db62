import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseSchema, factSchema, glossarySchema, moduleSchema } from './course-schemas.ts'
import { readYaml } from './yaml-reader.ts'

const first = { file: 'a.yaml', line: 1 }

describe('YAML as writers write it', () => {
  it('takes every plain value for text', () => {
    const text =
      'kind: lesson\nnumber: 01\ntitle: {sv: Nej, en: no}\ndescription: {sv: 2026.10, en: null}'
    expect(readYaml(text, first, moduleSchema).value).toMatchObject({
      number: '01',
      title: { sv: 'Nej', en: 'no' },
      description: { sv: '2026.10', en: 'null' },
    })
  })

  it('leaves an unknown name aside and uses the rest', () => {
    const { value, problems } = readYaml(
      '- id: heder\n  term: heder\n  texten: Ord.\n  text: Ord.\n',
      first,
      glossarySchema,
    )
    expect(value).toEqual([{ id: 'heder', term: 'heder', text: 'Ord.' }])
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['key-unknown', 3]])
  })

  it('tells all that is wrong, each on its line', () => {
    const { problems } = readYaml('kind: kurs\nnummer: 1\ntitle:\n  sv: A\n', first, moduleSchema)
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['value-not-among', 1],
      ['key-missing', 3],
      ['key-missing', 1],
      ['key-unknown', 2],
    ])
  })

  it('counts lines from where the text begins in its file', () => {
    const { problems, placeOf } = readYaml(
      '\nkind: kurs\n',
      { file: 'a.md', line: 10 },
      moduleSchema,
    )
    expect(problems[0]).toMatchObject({ file: 'a.md', line: 11 })
    expect(placeOf(['kind'])).toEqual({ file: 'a.md', line: 11 })
  })

  it('is read or told, whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        'kind: ',
        'goals:',
        '\n',
        '  ',
        '- ',
        ': ',
        '"',
        "'",
        '[',
        '{',
        '&a ',
        '*a',
        '!!set ',
        '>-',
        '? ',
      ],
      ...['parts:', '__proto__: ', 'toString: ', '<<: ', '# x', '\t', '|', '%YAML', '---', 'å'],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (words) => {
        for (const schema of [courseSchema, moduleSchema, factSchema, glossarySchema]) {
          const { value, problems } = readYaml<unknown>(words, first, schema)
          expect(value !== undefined || problems.length > 0).toBe(true)
          for (const { line } of problems) expect(line).toBeGreaterThan(0)
        }
      }),
      { numRuns: 250 },
    )
  })
})
