import type { BlockContent, PhrasingContent } from 'mdast'
import type { OutlineBlock, OutlineInline } from '~/domain/catalogue/module-outline.schema.ts'
import { factSpeaker } from '../source/course-text.ts'
import type { Block, Course, Page } from '../source/course-model.ts'
import { CannotDraw, plainText } from './drawing.ts'

interface Style {
  strong?: true
  emphasis?: true
}

/**
 * A page as words and lists, for the library: what is read and taken away. What is done (questions, cases,
 * reflections) and what is looked at (pictures, recordings) is left to the module itself and to PaperDrawer.
 */
export class OutlineDrawer {
  readonly #speak: (reference: string) => string
  protected readonly page: Page

  constructor(course: Pick<Course, 'facts'>, page: Page) {
    this.#speak = factSpeaker(course.facts)
    this.page = page
  }

  whole(): OutlineBlock[] {
    return this.page.blocks.flatMap((block) => this.block(block))
  }

  /** @throws CannotDraw */
  block(block: Block): OutlineBlock[] {
    switch (block.kind) {
      case 'prose':
        return this.blocks(block.content)
      case 'fact-box':
        return [{ kind: 'box', title: this.line(block.title), blocks: this.blocks(block.content) }]
      case 'checklist': {
        const items = block.items.map((item) => this.blocks(item))
        return [...this.blocks(block.content), { kind: 'checks', items }]
      }
      default:
        return []
    }
  }

  protected blocks(content: readonly BlockContent[]): OutlineBlock[] {
    return content.flatMap((node) => this.#node(node))
  }

  #node(node: BlockContent): OutlineBlock[] {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', line: this.line(node.children) }]
      case 'heading':
        return [{ kind: 'heading', level: node.depth, line: this.line(node.children) }]
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(node.children as BlockContent[]) }]
      case 'list': {
        const items = node.children.map((item) => this.blocks(item.children as BlockContent[]))
        return [{ kind: 'list', isOrdered: node.ordered === true, items }]
      }
      case 'thematicBreak':
        return []
      default:
        throw new CannotDraw(`"${node.type}" has no form here`, this.page.place)
    }
  }

  protected line(content: readonly PhrasingContent[], style: Style = {}): OutlineInline[] {
    return content.flatMap((node) => this.#inline(node, style))
  }

  #inline(node: PhrasingContent, style: Style): OutlineInline[] {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, ...style }]
      case 'break':
        return [{ text: '\n' }]
      case 'strong':
        return this.line(node.children, { ...style, strong: true })
      case 'emphasis':
        return this.line(node.children, { ...style, emphasis: true })
      case 'link':
        return [{ link: node.url, text: plainText(node) }]
      case 'textDirective': {
        const text = plainText(node)
        return node.name === 'fact'
          ? [{ fact: text, text: this.#speak(text) }]
          : [{ term: node.attributes?.of ?? text, text }]
      }
      default:
        throw new CannotDraw(`"${node.type}" has no form here`, this.page.place)
    }
  }
}
