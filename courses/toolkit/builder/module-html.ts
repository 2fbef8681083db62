import type { Edition } from '../runtime/response.ts'
import type { CourseModule } from '../source/course-model.ts'
import { CannotDraw, said, type Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'
import { appendixHtml, pageHtml } from './page-html.ts'
import { questionHtml } from './question-html.ts'

/** Where the quick exit leads when nothing around the module says otherwise. */
export const neutralAddress = 'https://www.smhi.se/'

/** The files beside the document. */
export const scriptFile = 'module.js'
export const styleFile = 'module.css'

/** Nothing from anywhere else, whatever system the module is played in. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The module as one document, in which every page is a section: read from top to bottom where there is no
 * script, one page at a time where there is.
 * @throws CannotDraw
 */
export function moduleHtml(drawing: Drawing, edition: Edition): string {
  const { course, module } = drawing
  const { slug, title, pages, draw } = module
  const test = draw ? ` data-draw="${draw.questions}" data-pass="${draw.passPercent}"` : ''
  const neutral = escaped(neutralTitle(module))
  const sections = [
    ...pages.map((page) => pageHtml(page, drawing)),
    draw ? bankHtml(drawing) : '',
    module.easyRead ? appendixHtml('easy-read', module.easyRead, drawing) : '',
    module.guide ? appendixHtml('guide', module.guide, drawing) : '',
  ]
  return lines(
    '<!doctype html>',
    `<html lang="sv" data-edition="${edition}" data-module="${escaped(slug)}"${test}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${neutral}</title>`,
    `<link rel="stylesheet" href="${styleFile}">`,
    `<script src="${scriptFile}" defer></script>`,
    '</head>',
    '<body>',
    `<a class="exit" href="${neutralAddress}" rel="noreferrer" data-t="leave">Lämna sidan snabbt</a>`,
    `<header class="top"><p class="of">${escaped(placeOf(drawing))}</p><h1>${escaped(title.sv)}</h1></header>`,
    '<main>',
    ...sections,
    // Last: what the pages above have referred to.
    glossaryHtml(drawing),
    '</main>',
    `<footer class="version">${said('p', 'version', { version: course.version })}</footer>`,
    '</body>',
    '</html>',
    '',
  )
}

/** What stands in browsers' histories and on others' screens: no word of what the course is about. */
export function neutralTitle({ kind, number }: CourseModule): string {
  if (kind === 'test') return 'Prov'
  return number ? `Modul ${number}` : 'Kurs'
}

/** What the module is a part of, above its title. The course's title is as neutral as the module's (check). */
function placeOf({ course, module: { kind, number } }: Drawing): string {
  const part = number ? `, modul ${number}` : kind === 'track' ? ', yrkesspår' : ''
  return course.title.sv + part
}

/** The bank of a test: not read without script, since nobody could then be asked. */
function bankHtml(drawing: Drawing): string {
  const { bank, draw, place } = drawing.module
  const modules = new Set(bank.map(({ teaches }) => teaches.split('/')[0]))
  if (draw && (modules.size > draw.questions || bank.length < draw.questions)) {
    throw new CannotDraw(
      `a draw of ${draw.questions} from ${bank.length} questions cannot cover ${modules.size} modules`,
      place,
    )
  }
  return lines(
    '<noscript>',
    said('p', 'test.needs-script'),
    '</noscript>',
    '<div hidden>',
    ...bank.map((question) => questionHtml(question, drawing)),
    '</div>',
  )
}

/** The words that the module explains, in the order of the Swedish alphabet. */
function glossaryHtml(drawing: Drawing): string {
  const terms = [...drawing.terms].sort((a, b) => a.term.localeCompare(b.term, 'sv'))
  if (terms.length === 0) return ''
  return lines(
    '<section class="page" data-appendix="glossary">',
    said('h2 tabindex="-1"', 'glossary'),
    said('p', 'glossary.intro'),
    '<dl class="glossary">',
    ...terms.map(
      ({ id, term, text }) =>
        `<div id="term-${escaped(id)}"><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`,
    ),
    '</dl>',
    '</section>',
  )
}
