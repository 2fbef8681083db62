import type { Content, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A node of a page's tree. */
export type Node = Root | Content

type DirectiveType = 'textDirective' | 'leafDirective' | 'containerDirective'
export type Directive = Extract<Content, { type: DirectiveType }>

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .freeze()

/** A page's tree as the parser has it: CommonMark with front matter and directives. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

export function childrenOf(node: Node): Content[] {
  return 'children' in node ? node.children : []
}

export function isDirective(node: Node): node is Directive {
  return (
    node.type === 'textDirective' ||
    node.type === 'leafDirective' ||
    node.type === 'containerDirective'
  )
}

export function lineOf(node: Node): number {
  return node.position?.start.line ?? 1
}

/** Calls `visit` for a node and everything below it, in the order of the text. */
export function eachNode(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of childrenOf(node)) eachNode(child, visit)
}
