import type { Root } from 'mdast'
import type { Block, Page, Place } from './course-model.ts'
import { pageSchema } from './course-schemas.ts'
import { directiveProblems } from './directive-check.ts'
import type { PageKind } from './directive-rules.ts'
import { blocksOf } from './page-blocks.ts'
import { directiveLines, fenceProblems } from './page-fences.ts'
import { isDirective, eachNode, lineOf, parseMarkdown } from './page-markdown.ts'
import { problem, type Problem } from './problem.ts'
import { proseProblems, restoreEndings } from './prose-check.ts'
import { readYaml } from './yaml-reader.ts'

export interface PageFile {
  /** Below the course's folder. */
  file: string
  text: string
  kind: PageKind
  module: string
  /** The page's own name. */
  slug: string
}

export interface PageReading {
  page: Page
  problems: Problem[]
}

/** One Markdown file: as much of its page as can be read, and everything that is wrong in it. Never throws. */
export function readPage({ file, text, kind, module, slug }: PageFile): PageReading {
  const tree = parseMarkdown(text)
  restoreEndings(tree)
  const front = frontMatter(file, tree, kind)
  const fences = fenceProblems(file, text)
  const problems = [
    ...front.problems,
    ...fences,
    ...unreadLines(file, text, tree),
    ...directiveProblems(file, tree, kind, fences.length === 0),
    ...proseProblems(file, tree),
  ]
  const ofBlocks: Problem[] = []
  const here = kind === 'bank' ? '' : `${module}/${slug}`
  const tell = (found: Problem) => ofBlocks.push(found)
  const blocks: Block[] = blocksOf(tree.children, { file, here, module, tell })
  // Where a fence is broken, what stands in what is chance: mend that first.
  if (fences.length === 0) problems.push(...ofBlocks)
  const place: Place = { file, line: 1 }
  return { page: { slug, ...front.value, blocks, place }, problems }
}

function frontMatter(file: string, tree: Root, kind: PageKind) {
  const none = { title: '', goals: [] as string[] }
  const [first] = tree.children
  if (first?.type !== 'yaml') {
    // A bank is no page: nobody sees a title of its files.
    const problems = kind === 'bank' ? [] : [problem({ file, line: 1 }, 'front-matter-missing')]
    return { value: none, problems }
  }
  const reading = readYaml(first.value, { file, line: lineOf(first) + 1 }, pageSchema)
  return { value: reading.value ?? none, problems: reading.problems }
}

/** Lines that begin as a directive and were taken for text: a bracket that is not closed, a space too many. */
function unreadLines(file: string, text: string, tree: Root): Problem[] {
  const read = new Set<number>()
  eachNode(tree, (node) => {
    if (isDirective(node) && node.type !== 'textDirective') read.add(lineOf(node))
    // What stands in code has been told as code.
    if (node.type !== 'code' && node.type !== 'yaml' && node.type !== 'html') return
    for (let line = lineOf(node); line <= (node.position?.end.line ?? 0); line++) read.add(line)
  })
  return directiveLines(text)
    .filter((line) => !read.has(line))
    .map((line) => problem({ file, line }, 'directive-unread'))
}
