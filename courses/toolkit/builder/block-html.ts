import type {
  Block,
  Checklist,
  FactBox,
  Figure,
  Recording,
  Reflection,
} from '../source/course-model.ts'
import { caseHtml } from './case-html.ts'
import { said, type Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'
import { MarkdownDrawer } from './markdown-html.ts'
import { questionHtml } from './question-html.ts'

/** A block as HTML that can be read without script and on paper. @throws CannotDraw */
export function blockHtml(block: Block, drawing: Drawing): string {
  switch (block.kind) {
    case 'prose':
      return new MarkdownDrawer(drawing, block.place).blocks(block.content)
    case 'fact-box':
      return factBoxHtml(block, drawing)
    case 'case':
      return caseHtml(block, drawing)
    case 'question':
      return questionHtml(block, drawing)
    case 'reflection':
      return reflectionHtml(block, drawing)
    case 'checklist':
      return checklistHtml(block, drawing)
    case 'recording':
      return recordingHtml(block, drawing)
    case 'figure':
      return figureHtml(block, drawing)
  }
}

function factBoxHtml({ title, content, place }: FactBox, drawing: Drawing): string {
  const draw = new MarkdownDrawer(drawing, place)
  return lines(
    '<section class="block fact-box">',
    said('p class="block-kind"', 'fact-box'),
    title.length > 0 ? `<h3>${draw.line(title)}</h3>` : '',
    draw.blocks(content),
    '</section>',
  )
}

function reflectionHtml({ id, title, content, place }: Reflection, drawing: Drawing): string {
  const draw = new MarkdownDrawer(drawing, place)
  return lines(
    `<section class="block reflection" data-reflection="${escaped(id)}">`,
    said('p class="block-kind"', 'reflection'),
    title.length > 0 ? `<h3>${draw.line(title)}</h3>` : '',
    draw.blocks(content),
    said('p class="without-script muted"', 'reflection.without-script'),
    '</section>',
  )
}

function checklistHtml({ id, title, content, items, place }: Checklist, drawing: Drawing): string {
  const draw = new MarkdownDrawer(drawing, place)
  return lines(
    `<section class="block checklist" data-checklist="${escaped(id)}">`,
    said('p class="block-kind"', 'checklist'),
    `<h3>${draw.line(title)}</h3>`,
    draw.blocks(content),
    '<ul class="checks">',
    ...items.map((item) => `<li>${draw.item({ children: item })}</li>`),
    '</ul>',
    '</section>',
  )
}

/** Where pictures and recordings lie in the package. */
export const mediaFolder = 'media'

const pathOf = (name: string) => `${mediaFolder}/${encodeURI(name)}`

function figureHtml({ source, alternative, caption, place }: Figure, drawing: Drawing): string {
  drawing.picture(source, place)
  const words = new MarkdownDrawer(drawing, place).blocks(caption)
  return lines(
    '<figure>',
    `<img src="${escaped(pathOf(source))}" alt="${escaped(alternative)}">`,
    words && `<figcaption>${words}</figcaption>`,
    '</figure>',
  )
}

/** A slot without its recording yet is its transcript. */
function recordingHtml(recording: Recording, drawing: Drawing): string {
  const { title, source, audioDescription, transcript, place } = recording
  const draw = new MarkdownDrawer(drawing, place)
  const isThere = drawing.takesAlong(source)
  const text = draw.blocks(transcript)
  return lines(
    '<section class="block recording">',
    `<h3>${draw.line(title)}</h3>`,
    isThere ? playerHtml(recording, source, drawing) : '',
    isThere && audioDescription !== undefined && drawing.takesAlong(audioDescription)
      ? lines(
          '<details>',
          said('summary', 'described'),
          playerHtml(recording, audioDescription, drawing),
          '</details>',
        )
      : '',
    isThere
      ? lines('<details class="transcript">', said('summary', 'transcript'), text, '</details>')
      : text,
    '</section>',
  )
}

function playerHtml({ medium, captions }: Recording, source: string, drawing: Drawing): string {
  const name = medium === 'film' ? 'video' : 'audio'
  const track =
    captions !== undefined && drawing.takesAlong(captions)
      ? `<track kind="captions" srclang="sv" label="Svenska" src="${escaped(pathOf(captions))}" default>`
      : ''
  return `<${name} controls preload="none" src="${escaped(pathOf(source))}">${track}</${name}>`
}
