import { describe, expect, test } from 'vitest'
import type { Block, Course } from '../source/course-model.ts'
import { blockHtml } from './block-html.ts'
import { CannotDraw, Drawing } from './drawing.ts'
import { moduleOf, readSample, sampleWith } from './sample-course.ts'

const page = (body: string) => `---\ntitle: En sida\ngoals: [m1]\n---\n\n${body}\n`

/** The blocks of a page of the sample with a text of the test's. */
function drawn(body: string): { html: string; drawing: Drawing; course: Course } {
  const course = sampleWith({ 'modules/motet/01-igen.md': page(body) })
  const module = moduleOf(course, 'motet')
  const drawing = new Drawing(course, module)
  const html = module.pages[0]!.blocks.map((block) => blockHtml(block, drawing)).join('\n')
  return { html, drawing, course }
}

const htmlOf = (body: string) => drawn(body).html

describe('text', () => {
  test('has its headings below the page’s, and its lists and quotations as they are', () => {
    const html = htmlOf(
      '## Rubrik\n\n- **fet** och *kursiv*\n- rad ett\\\n  rad två\n\n> Citat\n\n---\n\n### Mindre',
    )
    expect(html).toContain('<h3>Rubrik</h3>')
    expect(html).toContain('<h4>Mindre</h4>')
    expect(html).toContain('<li><strong>fet</strong> och <em>kursiv</em></li>')
    expect(html).toContain('rad ett<br>rad två')
    expect(html).toContain('<blockquote>\n<p>Citat</p>\n</blockquote>')
    expect(html).toContain('<hr>')
  })

  test('is text: what looks like HTML in it is not', () => {
    expect(htmlOf('Är 1 &lt; 2 & 3?')).toBe('<p>Är 1 &lt; 2 &amp; 3?</p>')
  })

  test('links open beside the module and tell nobody where from', () => {
    expect(htmlOf('[Läs mer](https://example.se/a?b=1&c=2)')).toBe(
      '<p><a href="https://example.se/a?b=1&amp;c=2" rel="noreferrer" target="_blank">Läs mer</a></p>',
    )
  })

  test('a fact stands with its words, its name for those of today, and its number in one piece', () => {
    const { html, drawing } = drawn('Ring :fact[linje-arbetsmiljo.number].')
    expect(html).toBe(
      '<p>Ring <span data-fact="linje-arbetsmiljo.number" class="number">010-730\u00a090\u00a000</span>.</p>',
    )
    expect([...drawing.facts].map(({ id }) => id)).toEqual(['linje-arbetsmiljo'])
  })

  test('a word of the glossary leads to it', () => {
    const { html, drawing } = drawn('En :term[introduktionen]{of=introduktion}.')
    expect(html).toContain(
      '<a class="term" href="#term-introduktion" data-term="introduktion">introduktionen</a>',
    )
    expect([...drawing.terms].map(({ term }) => term)).toEqual(['introduktion'])
  })

  test('a fact or a word that there is not is told with its file and line', () => {
    const cited = (body: string) => () => htmlOf(body)
    expect(cited('Text.\n\n:fact[okand]')).toThrow(
      'modules/motet/01-igen.md:8: there is no fact "okand"',
    )
    expect(cited(':fact[linje-arbetsmiljo.fax]')).toThrow(CannotDraw)
    expect(cited(':term[ord]{of=okant}')).toThrow('the glossary has no "okant"')
  })
})

describe('a question', () => {
  test('is read without script: every answer with its explanation, the right one said to be so', () => {
    const html = htmlOf(
      '::::question[Vad?]{#q type=single}\n\n:::answer[Fel]\n\nNej.\n\n:::\n\n' +
        ':::answer[Rätt, enligt :fact[lag-arbetsmiljo.name]]{right}\n\nJa.\n\n:::\n\n:::feedback\n\nSå.\n\n:::\n\n::::',
    )
    expect(html).toContain('data-question="q" data-type="single" data-right="b"')
    expect(html).toContain('data-teaches="motet/igen"')
    expect(html).toContain('data-module="2. Det andra mötet" data-page-title="En sida"')
    expect(html).toContain(
      '<li data-key="a"><span class="answer">Fel</span>\n<div class="feedback"><p>Nej.</p></div></li>',
    )
    expect(html).toMatch(
      /<li data-key="b" data-right>.*arbetsmiljölagen.*<span data-t="question.right-one">rätt svar/,
    )
    expect(html).toContain('<div class="whole"><p>Så.</p></div>')
  })

  test('of steps has them in their right order, one of pairs has each with its own', () => {
    const steps = htmlOf(
      '::::question[Ordna]{#o type=order}\n\n:::step[Ett]\n:::\n\n:::step[Två]\n:::\n\n:::feedback\n\nSå.\n\n:::\n\n::::',
    )
    expect(steps).toContain('data-right="ab"')
    expect(steps).toContain('<li data-key="b"><span class="answer">Två</span></li>')
    const pairs = htmlOf(
      '::::question[Para]{#p type=match}\n\n:::pair[Katt]{with="Jamar"}\n:::\n\n:::pair[Hund]{with="Skäller"}\n:::\n\n:::feedback\n\nSå.\n\n:::\n\n::::',
    )
    expect(pairs).toContain('data-right="ab"')
    expect(pairs).toContain(
      '<span class="pair-left">Hund</span> – <span class="pair-right">Skäller</span>',
    )
  })

  test('has nothing to press in what is itself pressed', () => {
    const html = htmlOf(
      '::::question[Vad?]{#q type=single}\n\n:::answer[En :term[introduktion]{of=introduktion}]{right}\n\nJa.\n\n:::\n\n:::answer[Inget]\n\nNej.\n\n:::\n\n::::',
    )
    expect(html).toContain('<span class="answer">En introduktion</span>')
  })
})

test('a case is read with all its branches, and says where each leads', () => {
  const course = readSample()
  const module = moduleOf(course, 'samtal')
  const drawing = new Drawing(course, module)
  const story = module.pages.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'case')!
  const html = blockHtml(story, drawing)
  expect(html).toContain('data-case="nadja"')
  expect(html.match(/<div class="scene" /g)).toHaveLength(3)
  expect(html).toContain('<li data-key="b" data-judgement="good" data-to="amir">')
  expect(html).toMatch(
    /<span data-t="case.risky">Riskabelt<\/span>\)\n<div class="consequence"><p>Nadja går ut/,
  )
  expect(html).toContain('Berättelsen går vidare i scen 3.')
})

test('a fact box, a reflection and a checklist say what they are', () => {
  const html = htmlOf(
    ':::fact-box[Lag]\n\nText.\n\n:::\n\n:::reflection[Tänk]{#r}\n\nHur?\n\n:::\n\n:::checklist[Lista]{#c}\n\nInför.\n\n- ett\n- två\n  - och så\n\n:::',
  )
  expect(html).toContain(
    '<section class="block fact-box">\n<p class="block-kind" data-t="fact-box">Fakta</p>\n<h3>Lag</h3>',
  )
  expect(html).toContain('data-reflection="r"')
  expect(html).toContain('data-checklist="c"')
  expect(html).toContain('<li>ett</li>\n<li><p>två</p>\n<ul>\n<li>och så</li>\n</ul></li>')
})

describe('pictures and recordings', () => {
  test('a picture comes along with its alternative and its caption', () => {
    const course = readSample()
    const drawing = new Drawing(course, moduleOf(course, 'samtal'))
    const figure: Block = {
      kind: 'figure',
      source: 'runt-den-nya.svg',
      alternative: 'En "cirkel"',
      caption: [{ type: 'paragraph', children: [{ type: 'text', value: 'Runt den nya.' }] }],
      place: { file: 'x.md', line: 1 },
    }
    expect(blockHtml(figure, drawing)).toBe(
      '<figure>\n<img src="media/runt-den-nya.svg" alt="En &quot;cirkel&quot;">\n' +
        '<figcaption><p>Runt den nya.</p></figcaption>\n</figure>',
    )
    expect([...drawing.media]).toEqual(['runt-den-nya.svg'])
    const missing = { ...figure, source: 'borta.svg' }
    expect(() => blockHtml(missing, drawing)).toThrow('x.md:1: there is no picture borta.svg')
  })

  const film = (files: string[]) => {
    const course = { ...readSample(), media: files }
    const drawing = new Drawing(course, moduleOf(course, 'motet'))
    const block: Block = {
      kind: 'recording',
      medium: 'film',
      title: [{ type: 'text', value: 'Film' }],
      source: 'film.webm',
      captions: 'film.vtt',
      audioDescription: 'syn.webm',
      transcript: [{ type: 'paragraph', children: [{ type: 'text', value: 'Hej.' }] }],
      place: { file: 'x.md', line: 1 },
    }
    return blockHtml(block, drawing)
  }

  test('a film has captions, a version with audio description, and its text', () => {
    const html = film(['film.webm', 'film.vtt', 'syn.webm'])
    expect(html).toContain('<video controls preload="none" src="media/film.webm">')
    expect(html).toContain(
      '<track kind="captions" srclang="sv" label="Svenska" src="media/film.vtt" default>',
    )
    expect(html).toContain('src="media/syn.webm"')
    expect(html).toContain('<details class="transcript">')
  })

  test('a slot whose recording is not there yet is its text', () => {
    const html = film([])
    expect(html).not.toContain('<video')
    expect(html).toContain('<h3>Film</h3>\n<p>Hej.</p>')
  })
})
