import { keyAt, mostKeys } from '../runtime/response.ts'
import type { Question } from '../source/course-model.ts'
import { CannotDraw, said, type Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'
import { MarkdownDrawer } from './markdown-html.ts'

/**
 * A question with its answers, as one reads it on paper: which are right, and why. The runtime makes a form
 * of it (runtime/question.ts).
 */
export function questionHtml(question: Question, drawing: Drawing): string {
  const { id, type, text, feedback, teaches, place } = question
  const asked = new MarkdownDrawer(drawing, place).line(text)
  const right = rightOf(question)
  const where = drawing.titlesOf(teaches)
  return lines(
    `<div class="block question-source" data-question="${escaped(id)}" data-type="${type}"` +
      ` data-right="${right}" data-teaches="${escaped(teaches)}"` +
      ` data-module="${escaped(where.module)}" data-page-title="${escaped(where.page)}">`,
    said('p class="block-kind"', 'question'),
    `<p class="asked">${asked}</p>`,
    partsHtml(question, drawing),
    feedback.length > 0
      ? `<div class="whole">${new MarkdownDrawer(drawing, place).blocks(feedback)}</div>`
      : '',
    '</div>',
  )
}

/**
 * The right answer, as the runtime writes answers.
 * @throws CannotDraw where there are more parts than letters, or no right answer
 */
export function rightOf({ type, answers, steps, pairs, place }: Question): string {
  const count = Math.max(answers.length, steps.length, pairs.length)
  if (count > mostKeys) throw new CannotDraw(`more than ${mostKeys} answers`, place)
  if (type === 'order') return steps.map((_, index) => keyAt(index)).join('')
  if (type === 'match') {
    const rights = pairs.map(({ right }) => right)
    return rights.map((right) => keyAt(rights.indexOf(right))).join('')
  }
  const right = answers.flatMap((answer, index) => (answer.right ? [keyAt(index)] : []))
  if (right.length === 0) throw new CannotDraw('no answer is right', place)
  return right.join('')
}

function partsHtml({ type, answers, steps, pairs, place }: Question, drawing: Drawing): string {
  const label = new MarkdownDrawer(drawing, place, 'label')
  if (type === 'order') {
    const items = steps.map(
      (step, index) =>
        `<li data-key="${keyAt(index)}"><span class="answer">${label.line(step)}</span></li>`,
    )
    return lines(said('p', 'question.right-order'), '<ol class="steps">', ...items, '</ol>')
  }
  if (type === 'match') {
    const items = pairs.map(
      ({ left, right }) =>
        `<li><span class="pair-left">${label.line(left)}</span> – ` +
        `<span class="pair-right">${escaped(right)}</span></li>`,
    )
    return lines('<ul class="pairs">', ...items, '</ul>')
  }
  const items = answers.map(({ text, right, feedback, place: at }, index) => {
    const told = new MarkdownDrawer(drawing, at).blocks(feedback)
    const sign = right ? ` (${said('span', 'question.right-one')})` : ''
    return lines(
      `<li data-key="${keyAt(index)}"${right ? ' data-right' : ''}>` +
        `<span class="answer">${new MarkdownDrawer(drawing, at, 'label').line(text)}</span>${sign}`,
      `<div class="feedback">${told}</div></li>`,
    )
  })
  return lines('<ul class="answers">', ...items, '</ul>')
}
