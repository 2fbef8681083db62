import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from './page-reader.ts'
import { moduleTexts, textPieces } from './course-text.ts'
import { directiveRules } from './directive-rules.ts'

const read = (text: string) =>
  readPage({ file: 'a.md', text, kind: 'page', module: 'modul', slug: 'sida' })
const page = (body: string) => read(`---\ntitle: Sidan\n---\n\n${body}\n`)
const texts = (body: string) =>
  textPieces(page(body).page.blocks, (reference) => `<${reference}>`).map(({ text }) => text)

describe('a page', () => {
  it('keeps what follows upon each other as one piece of plain text, and each directive by itself', () => {
    const body = 'Ett.\n\n- två\n\n::figure[Bild]{src=a.svg}\n\nTre.'
    expect(page(body).page.blocks.map(({ kind }) => kind)).toEqual(['prose', 'figure', 'prose'])
  })

  it('knows the line on which each block begins', () => {
    const body = 'Ett.\n\n:::fact-box[Ruta]\n\nTvå.\n\n:::\n\nTre.'
    expect(page(body).page.blocks.map(({ place }) => place.line)).toEqual([5, 7, 13])
  })

  it('says of a question that the page itself teaches it, unless it says another', () => {
    const question = (settings: string) =>
      `::::question[Vad?]{#f type=single${settings}}\n:::answer[Ja]{right}\n:::\n:::answer[Nej]\n:::\n::::`
    const teaches = (settings: string) =>
      page(question(settings)).page.blocks.flatMap((block) =>
        block.kind === 'question' ? block.teaches : [],
      )
    expect(teaches('')).toEqual(['modul/sida'])
    expect(teaches(' teaches=annan')).toEqual(['modul/annan'])
    expect(teaches(' teaches=grund/annan')).toEqual(['grund/annan'])
  })

  it('reads an ending behind a colon as text, as Swedish writes it', () => {
    const body = 'EU:s regler, TV:n och :fact[lag.name]:s text, *NCH*:s. Kl. 10:30.'
    expect(texts(body)).toEqual(['EU:s regler, TV:n och <lag.name>:s text, NCH:s. Kl. 10:30.'])
    expect(page(body).problems).toEqual([])
  })

  it('reads a colon behind a backslash as text', () => {
    expect(texts('Skriv \\:fact så.')).toEqual(['Skriv :fact så.'])
  })

  it('takes directives without blank lines around them', () => {
    const body = 'Text.\n:::fact-box[Ruta]\nInne.\n:::\nMer.'
    expect(page(body).problems).toEqual([])
    expect(texts(body)).toEqual(['Text.', 'Ruta', 'Inne.', 'Mer.'])
  })
})

describe('the words on a page', () => {
  it('are all of its pieces, in the order in which they are read', () => {
    const body = `# Rubrik

Ett **stycke** med :term[ord]{of=heder} och
radbrott.

- Punkt ett
- Punkt två

> Ett citat.

::::question[Frågan?]{#f type=match}
:::pair[Vänster]{with="Höger"}
:::
:::feedback
Så är det.
:::
::::`
    expect(texts(body)).toEqual([
      'Rubrik',
      'Ett stycke med ord och radbrott.',
      'Punkt ett',
      'Punkt två',
      'Ett citat.',
      'Frågan?',
      'Vänster',
      'Höger',
      'Så är det.',
    ])
  })

  it('are those of every branch of a story', () => {
    const body = `:::::case[Fallet]{#f}
::::scene{#a}
Början.
:::choice[Gå]{judgement=good}
Du gick.
:::
::::
:::::`
    expect(texts(body)).toEqual(['Fallet', 'Början.', 'Gå', 'Du gick.'])
  })
})

describe('whatever somebody writes', () => {
  const name = fc.constantFrom(...Object.keys(directiveRules), 'okänd', '')
  const colons = fc.integer({ min: 0, max: 6 }).map((count) => ':'.repeat(count))
  const settings = fc.constantFrom('', '{#id}', '{right}', '{type=single', '{src=a.svg}', '{a="}')
  const label = fc.oneof(fc.constantFrom('', '[Text]', '[a[b]', '[]'), fc.string())
  const directive = fc.tuple(colons, name, label, settings).map((parts) => parts.join(''))
  const line = fc.oneof(
    directive,
    colons,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('---', '- ett', '> citat', '    indrag', '# rubrik', '```', '| a |', '<b>'),
  )
  const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))

  it('is read or told, and never stops the reader', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (words) => {
        const { page, problems } = read(words)
        for (const { line, message } of problems) {
          expect(line).toBeGreaterThan(0)
          expect(message).not.toBe('')
        }
        const module = { pages: [page], bank: [] } as unknown as Parameters<typeof moduleTexts>[0]
        moduleTexts(module).flatMap(({ blocks }) => textPieces(blocks, () => ''))
      }),
      { numRuns: 150 },
    )
  })
})
