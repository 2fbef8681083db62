import { keyAt } from '../runtime/response.ts'
import type { TextKey } from '../runtime/texts.ts'
import type { Case, Choice, Scene } from '../source/course-model.ts'
import { CannotDraw, said, type Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'
import { MarkdownDrawer } from './markdown-html.ts'

/**
 * A story with all its branches, one scene after the other, as one reads it on paper. The runtime shows one
 * scene at a time (runtime/case-view.ts).
 */
export function caseHtml(story: Case, drawing: Drawing): string {
  const { id, title, scenes, place } = story
  const heading = new MarkdownDrawer(drawing, place, 'label').line(title)
  return lines(
    `<section class="block case-source" data-case="${escaped(id)}">`,
    said('p class="block-kind"', 'case'),
    `<h3 class="title">${heading}</h3>`,
    ...scenes.map((scene, index) => sceneHtml(scene, index, story, drawing)),
    '</section>',
  )
}

function sceneHtml(scene: Scene, index: number, story: Case, drawing: Drawing): string {
  const text = new MarkdownDrawer(drawing, scene.place).blocks(scene.content)
  const choices = scene.choices.map((choice, at) => choiceHtml(choice, at, story, drawing))
  return lines(
    `<div class="scene" data-scene="${escaped(scene.id)}">`,
    story.scenes.length > 1 ? said('h4', 'case.scene', { number: index + 1 }) : '',
    `<div class="scene-text">${text}</div>`,
    choices.length > 0 ? lines('<ul class="choices">', ...choices, '</ul>') : '',
    '</div>',
  )
}

function choiceHtml(choice: Choice, index: number, story: Case, drawing: Drawing): string {
  const { text, judgement, consequence, to, place } = choice
  const following = story.scenes.findIndex(({ id }) => id === to)
  if (to !== undefined && following < 0) {
    throw new CannotDraw(`the case has no scene "${to}"`, place)
  }
  const leads = to === undefined ? '' : ` data-to="${escaped(to)}"`
  return lines(
    `<li data-key="${keyAt(index)}" data-judgement="${judgement}"${leads}>` +
      `<strong class="choice-text">${new MarkdownDrawer(drawing, place, 'label').line(text)}</strong>` +
      ` (${said('span', `case.${judgement}` satisfies TextKey)})`,
    `<div class="consequence">${new MarkdownDrawer(drawing, place).blocks(consequence)}</div>`,
    to === undefined ? '' : said('p', 'case.then', { number: following + 1 }),
    '</li>',
  )
}
