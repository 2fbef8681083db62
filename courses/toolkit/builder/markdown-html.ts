import type { BlockContent, ListItem, PhrasingContent } from 'mdast'
import { isNumber, unbroken } from '../runtime/facts.ts'
import type { Place } from '../source/course-model.ts'
import { CannotDraw, plainText, type Drawing } from './drawing.ts'
import { escaped } from './escaped.ts'

/** How much may be pressed within the line: in what is itself pressed, nothing. */
export type Setting = 'text' | 'label'

/** Draws Markdown as HTML, facts and words of the glossary with it. @throws CannotDraw */
export class MarkdownDrawer {
  readonly #drawing: Drawing
  readonly #place: Place
  readonly #setting: Setting

  /** @param place what is named where something cannot be drawn */
  constructor(drawing: Drawing, place: Place, setting: Setting = 'text') {
    this.#drawing = drawing
    this.#place = place
    this.#setting = setting
  }

  blocks(content: readonly BlockContent[]): string {
    return content.map((block) => this.#block(block)).join('\n')
  }

  line(content: readonly PhrasingContent[]): string {
    return content.map((node) => this.#phrase(node)).join('')
  }

  #block(block: BlockContent): string {
    switch (block.type) {
      case 'paragraph':
        return `<p>${this.line(block.children)}</p>`
      case 'heading': {
        // The module's title is h1 and a page's is h2, so the headings of its text begin at h3.
        const level = Math.min(Math.max(block.depth + 1, 3), 6)
        return `<h${level}>${this.line(block.children)}</h${level}>`
      }
      case 'blockquote':
        return `<blockquote>\n${this.blocks(block.children as BlockContent[])}\n</blockquote>`
      case 'list': {
        const name = block.ordered ? 'ol' : 'ul'
        const begins = block.ordered && (block.start ?? 1) !== 1 ? ` start="${block.start}"` : ''
        const items = block.children.map((item) => `<li>${this.item(item)}</li>`)
        return `<${name}${begins}>\n${items.join('\n')}\n</${name}>`
      }
      case 'thematicBreak':
        return '<hr>'
      default:
        throw new CannotDraw(`"${block.type}" has no form here`, this.#place)
    }
  }

  /** What a list's item holds; one that is a single paragraph has no paragraph in it. */
  item({ children }: Pick<ListItem, 'children'>): string {
    const content = children as BlockContent[]
    const [only] = content
    const isLine = content.length === 1 && only?.type === 'paragraph'
    return isLine ? this.line(only.children) : this.blocks(content)
  }

  #phrase(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
        return escaped(unbroken(node.value))
      case 'emphasis':
        return `<em>${this.line(node.children)}</em>`
      case 'strong':
        return `<strong>${this.line(node.children)}</strong>`
      case 'break':
        return '<br>'
      case 'link':
        return this.#link(node.url, this.line(node.children))
      case 'textDirective':
        return this.#directive(node)
      default:
        throw new CannotDraw(`"${node.type}" has no form here`, this.#place)
    }
  }

  /** An address can be read in print, and where a learning system opens no other pages. */
  #link(address: string, words: string): string {
    if (this.#setting === 'label') return words
    const isOutside = /^https?:/.test(address)
    const attributes = isOutside ? ' rel="noreferrer" target="_blank"' : ''
    return `<a href="${escaped(address)}"${attributes}>${words}</a>`
  }

  #directive(node: Extract<PhrasingContent, { type: 'textDirective' }>): string {
    const text = plainText(node)
    const place = { ...this.#place, line: node.position?.start.line ?? this.#place.line }
    if (node.name === 'fact') {
      const { words } = this.#drawing.cite(text, place)
      const kind = isNumber(words) ? ' class="number"' : ''
      return `<span data-fact="${escaped(text)}"${kind}>${escaped(unbroken(words))}</span>`
    }
    if (node.name === 'term') {
      const { id } = this.#drawing.term(node.attributes?.of ?? text, place)
      const words = this.line(node.children)
      if (this.#setting === 'label') return words
      return `<a class="term" href="#term-${escaped(id)}" data-term="${escaped(id)}">${words}</a>`
    }
    throw new CannotDraw(`":${node.name}" has no form here`, place)
  }
}
