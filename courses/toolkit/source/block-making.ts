import type { BlockContent, Content, PhrasingContent } from 'mdast'
import type { Place } from './course-model.ts'
import { bodyOf, labelOf } from './directive-check.ts'
import { isDirective, lineOf, type Directive, type Node } from './page-markdown.ts'
import { problem, type Problem, type ProblemCode } from './problem.ts'

/** What the blocks of a file are made with. */
export interface BlockMaking {
  file: string
  /** "module/page", for questions that do not say where one learns them; empty in a bank. */
  here: string
  module: string
  tell: (problem: Problem) => void
}

export function placeIn({ file }: BlockMaking, node: Node): Place {
  return { file, line: lineOf(node) }
}

export function titleOf(directive: Directive): PhrasingContent[] {
  return labelOf(directive)
}

const plainTypes = ['paragraph', 'heading', 'list', 'blockquote', 'thematicBreak']

/** Of some nodes those that are plain text; what else there is has been told by the checks of the tree. */
export function plainContent(nodes: Content[]): BlockContent[] {
  return nodes.filter((node): node is BlockContent => plainTypes.includes(node.type))
}

/** The directives of one name right in another. */
export function partsOf(directive: Directive, name: string): Directive[] {
  return bodyOf(directive).filter(
    (node): node is Directive => isDirective(node) && node.name === name,
  )
}

/** Tells of plain text that stands where only directives may. */
export function tellText(
  nodes: Content[],
  code: ProblemCode,
  making: BlockMaking,
  values: Record<string, string> = {},
): void {
  const [first] = plainContent(nodes)
  if (first) making.tell(problem(placeIn(making, first), code, values))
}
