import type { BlockContent, Content } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { placeIn, plainContent, titleOf, type BlockMaking } from './block-making.ts'
import { caseOf } from './case-blocks.ts'
import type { Block, Checklist, Figure, Place, Prose, Recording } from './course-model.ts'
import { attributeOf, bodyOf, labelOf } from './directive-check.ts'
import { isDirective, type Directive } from './page-markdown.ts'
import { problem } from './problem.ts'
import { questionOf } from './question-blocks.ts'

/** The blocks of a page, in order; plain text between two directives is one. Tells what is missing in them. */
export function blocksOf(children: Content[], making: BlockMaking): Block[] {
  const blocks: Block[] = []
  for (const node of children) {
    if (isDirective(node)) {
      const block = blockOf(node, making)
      if (block) blocks.push(block)
      continue
    }
    const [content] = plainContent([node])
    if (!content) continue
    const last = blocks.at(-1)
    if (last?.kind === 'prose') last.content.push(content)
    else blocks.push(prose(content, placeIn(making, node)))
  }
  return blocks
}

function prose(content: BlockContent, place: Place): Prose {
  return { kind: 'prose', content: [content], place }
}

function blockOf(node: Directive, making: BlockMaking): Block | undefined {
  const place = placeIn(making, node)
  const title = titleOf(node)
  const content = plainContent(bodyOf(node))
  const id = attributeOf(node, 'id')
  switch (node.name) {
    case 'fact-box':
      return { kind: 'fact-box', title, content, place }
    case 'case':
      return caseOf(node, making)
    case 'question':
      return questionOf(node, making)
    case 'reflection':
      return { kind: 'reflection', id, title, content, place }
    case 'checklist':
      return checklistOf(node, place, making)
    case 'figure':
      return figureOf(node, place)
    case 'film':
    case 'sound':
      return recordingOf(node, node.name, place)
    default:
      return undefined
  }
}

function checklistOf(node: Directive, place: Place, { tell }: BlockMaking): Checklist {
  const content = plainContent(bodyOf(node))
  const list = content.at(-1)
  const items =
    list?.type === 'list' ? list.children.map((item) => plainContent(item.children)) : []
  const before = content.slice(0, -1)
  if (items.length === 0 || before.some(({ type }) => type === 'list')) {
    tell(problem(place, 'checklist-list'))
  }
  const title = titleOf(node)
  return { kind: 'checklist', id: attributeOf(node, 'id'), title, content: before, items, place }
}

function figureOf(node: Directive, place: Place): Figure {
  const alternative = toString(labelOf(node)).trim()
  const caption = plainContent(bodyOf(node))
  return { kind: 'figure', source: attributeOf(node, 'src'), alternative, caption, place }
}

function recordingOf(node: Directive, medium: 'film' | 'sound', place: Place): Recording {
  return {
    kind: 'recording',
    medium,
    title: titleOf(node),
    source: attributeOf(node, 'src'),
    captions: attributeOf(node, 'captions') || undefined,
    audioDescription: attributeOf(node, 'description') || undefined,
    transcript: plainContent(bodyOf(node)),
    place,
  }
}
