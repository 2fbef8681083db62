import { measurePage } from '../source/course-measures.ts'
import type { Fact, Page } from '../source/course-model.ts'
import { dayShown } from '../runtime/facts.ts'
import { blockHtml } from './block-html.ts'
import { said, type Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'

/** A page of the module, as a section. */
export function pageHtml(page: Page, drawing: Drawing): string {
  const { slug, title } = page
  const { html, facts } = drawing.noting(() => blocksHtml(page, drawing))
  const minutes = measurePage(page, drawing.course).minutes.toFixed(2)
  return lines(
    `<section class="page" data-page="${escaped(slug)}" data-minutes="${minutes}">`,
    `<h2 tabindex="-1">${escaped(title)}</h2>`,
    html,
    reviewedHtml(facts),
    '</section>',
  )
}

/** A part of the module that is no page to go through. */
export function appendixHtml(name: 'easy-read' | 'guide', page: Page, drawing: Drawing): string {
  const { html, facts } = drawing.noting(() => blocksHtml(page, drawing))
  return lines(
    `<section class="page" data-appendix="${name}">`,
    said('h2 tabindex="-1"', name),
    html,
    reviewedHtml(facts),
    '</section>',
  )
}

const blocksHtml = ({ blocks }: Page, drawing: Drawing) =>
  blocks.map((block) => blockHtml(block, drawing)).join('\n')

/** When what the page says of law, numbers and the like was last reviewed, and where it comes from. */
function reviewedHtml(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const oldest = facts.map(({ lastReviewed }) => lastReviewed).sort()[0]!
  return lines(
    '<footer class="reviewed">',
    `<p>${said('span', 'facts.reviewed')} ${timeHtml(facts, oldest)}</p>`,
    '<details>',
    said('summary', 'facts.sources'),
    '<ul>',
    ...facts.map(sourceHtml),
    '</ul>',
    '</details>',
    '</footer>',
  )
}

function sourceHtml(fact: Fact): string {
  // As text: what is around the module may not let it open other sites.
  const sources = fact.source.map(({ title, publisher, address }) =>
    [title, publisher, address]
      .filter(Boolean)
      .map((words) => escaped(words!))
      .join(', '),
  )
  const reviewed = `${said('span', 'facts.reviewed-at')} ${timeHtml([fact], fact.lastReviewed)}`
  const isUnsure = fact.certainty === 'low' || fact.certainty === 'medium' || fact.toCheck !== ''
  const unsure = isUnsure ? ` ${said('em', 'facts.unsure')}` : ''
  const title = `<strong>${escaped(fact.title)}</strong>`
  return `<li>${title}: ${sources.join('; ')} (${reviewed}).${unsure}</li>`
}

function timeHtml(facts: readonly Fact[], day: string): string {
  const ids = facts.map(({ id }) => id).join(' ')
  return `<time datetime="${day}" data-reviewed="${escaped(ids)}">${dayShown(day)}</time>`
}
