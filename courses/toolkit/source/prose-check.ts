import type { Content, Text } from 'mdast'
import { childrenOf, eachNode, isDirective, lineOf, type Node } from './page-markdown.ts'
import { problem, type Problem, type ProblemCode } from './problem.ts'

// What plain text on a page may hold: docs/decisions/0022, course-model.ts (Prose).

const refused: Partial<Record<Node['type'], ProblemCode>> = {
  html: 'html-refused',
  code: 'code-refused',
  inlineCode: 'code-refused',
  image: 'image-refused',
  imageReference: 'image-refused',
  linkReference: 'link-by-reference',
  definition: 'link-by-reference',
}

/** HTML, code, images and tables, links that are no https address, and headings out of order. */
export function proseProblems(file: string, tree: Node): Problem[] {
  const found: Problem[] = []
  let level = 1
  eachNode(tree, (node) => {
    const tell = (code: ProblemCode, values = {}) =>
      found.push(problem({ file, line: lineOf(node) }, code, values))
    const code = refused[node.type]
    if (code) tell(code)
    if (node.type === 'link' && !isHttps(node.url)) tell('link-not-https', { address: node.url })
    if (node.type === 'paragraph' && isTable(node.children)) tell('table-refused')
    if (node.type === 'heading') {
      if (node.depth === 1 || node.depth > level + 1) {
        tell('heading-level', { wanted: '#'.repeat(Math.max(level + 1, 2)) })
      }
      level = Math.max(node.depth, 2)
    }
  })
  return found
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}

function isTable(children: Content[]): boolean {
  return children.some((child) => child.type === 'text' && /^\s*\|.+\|\s*$/m.test(child.value))
}

/**
 * Gives "EU:s" back to the text: right behind a word, Swedish writes endings after a colon, and the parser
 * takes each for a directive. Changes the tree.
 */
export function restoreEndings(node: Node): void {
  if ('children' in node) {
    const restored: Content[] = []
    for (const child of node.children) {
      const last = restored.at(-1)
      const text = isEnding(child, last) ? ending(child) : child
      if (text.type === 'text' && last?.type === 'text') {
        restored[restored.length - 1] = joined(last, text)
      } else restored.push(text)
    }
    node.children = restored
  }
  for (const child of childrenOf(node)) restoreEndings(child)
}

function isEnding(node: Content, before: Content | undefined): boolean {
  if (node.type !== 'textDirective' || node.children.length > 0 || !before) return false
  if (Object.keys(node.attributes ?? {}).length > 0) return false
  if (node.name === 'fact' || node.name === 'term') return false
  return before.type !== 'text' || /[\p{L}\p{N}”"’')\]]$/u.test(before.value)
}

function ending(node: Content): Content {
  const name = isDirective(node) ? node.name : ''
  return { type: 'text', value: `:${name}`, position: node.position }
}

function joined(one: Text, other: Text): Text {
  return { ...one, value: one.value + other.value }
}
