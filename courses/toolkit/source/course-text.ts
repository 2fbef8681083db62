import type { Content } from 'mdast'
import type { Block, Case, CourseModule, Fact, Page, Place, Question } from './course-model.ts'
import { childrenOf, eachNode, isDirective, lineOf } from './page-markdown.ts'

/** What belongs together on a page as text: a title, or the paragraphs of a body. */
interface TextPart {
  nodes: Content[]
  place: Place
}

/** A title, a paragraph or an item of a list: a sentence never runs from one into the next. */
export interface TextPiece extends Place {
  text: string
}

/** A text of a module that is checked by itself: a page, the easy-read page, the guide, a question of a bank. */
export interface ModuleText {
  kind: 'page' | 'easy-read' | 'guide' | 'bank'
  title: string
  blocks: Block[]
  place: Place
  /** None for a question of a bank. */
  page?: Page
}

/** Every text of a module. */
export function moduleTexts({ pages, easyRead, guide, bank }: CourseModule): ModuleText[] {
  const of = (kind: ModuleText['kind'], page: Page | undefined): ModuleText[] =>
    page ? [{ kind, title: page.title, blocks: page.blocks, place: page.place, page }] : []
  return [
    ...pages.flatMap((page) => of('page', page)),
    ...of('easy-read', easyRead),
    ...of('guide', guide),
    ...bank.map((question): ModuleText => {
      return { kind: 'bank', title: '', blocks: [question], place: question.place }
    }),
  ]
}

/** The questions of a module: those on its pages and those of its bank. */
export function moduleQuestions({ pages, bank }: CourseModule): Question[] {
  return [...pages.flatMap(({ blocks }) => blocks.filter(isQuestion)), ...bank]
}

export const isQuestion = (block: Block): block is Question => block.kind === 'question'
export const isCase = (block: Block): block is Case => block.kind === 'case'

/** Everything that a learner may read of some blocks, all branches and all feedback among it. */
export function textPieces(blocks: Block[], speakFact: (reference: string) => string): TextPiece[] {
  return blocks
    .flatMap(partsOf)
    .flatMap(({ nodes, place }) => piecesOf(nodes, place, speakFact))
    .filter(({ text }) => text !== '')
}

/** What a citation says now: the sheet's sentences, or one of its parts; empty where there is none. */
export function factSpeaker(facts: Fact[]): (reference: string) => string {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return (reference) => {
    const { id, part } = splitReference(reference)
    const fact = byId.get(id)
    return (part === undefined ? fact?.text : fact?.parts[part]) ?? ''
  }
}

/** "id" or "id.part". */
export function splitReference(reference: string): { id: string; part?: string } {
  const [id = '', ...rest] = reference.split('.')
  return rest.length > 0 ? { id, part: rest.join('.') } : { id }
}

export interface Citations {
  /** What stands in `:fact[...]`. */
  facts: { reference: string; line: number }[]
  /** What stands in `{of=...}`. */
  terms: { id: string; line: number }[]
  links: { address: string; line: number }[]
}

/** Facts, words of the glossary and pages of the web that some blocks point to. */
export function citationsOf(blocks: Block[]): Citations {
  const found: Citations = { facts: [], terms: [], links: [] }
  for (const node of blocks.flatMap(partsOf).flatMap(({ nodes }) => nodes)) {
    eachNode(node, (inner) => {
      const line = lineOf(inner)
      if (inner.type === 'link') found.links.push({ address: inner.url, line })
      if (inner.type !== 'textDirective') return
      if (inner.name === 'fact') found.facts.push({ reference: plain(inner.children), line })
      if (inner.name === 'term') found.terms.push({ id: inner.attributes?.of ?? '', line })
    })
  }
  return found
}

function partsOf(block: Block): TextPart[] {
  const { place } = block
  switch (block.kind) {
    case 'prose':
      return [{ nodes: block.content, place }]
    case 'fact-box':
    case 'reflection':
      return [
        { nodes: block.title, place },
        { nodes: block.content, place },
      ]
    case 'checklist':
      return [block.title, block.content, ...block.items].map((nodes) => ({ nodes, place }))
    case 'recording':
      return [block.title, block.transcript].map((nodes) => ({ nodes, place }))
    case 'figure':
      return [{ nodes: block.caption, place }]
    case 'case':
      return [{ nodes: block.title, place }, ...block.scenes.flatMap(sceneParts)]
    case 'question':
      return questionParts(block)
  }
}

function sceneParts({ content, choices, place }: Case['scenes'][number]): TextPart[] {
  return [
    { nodes: content, place },
    ...choices.flatMap((choice) => [
      { nodes: choice.text, place: choice.place },
      { nodes: choice.consequence, place: choice.place },
    ]),
  ]
}

function questionParts({ text, answers, steps, pairs, feedback, place }: Question): TextPart[] {
  const typed = (value: string): Content[] => [{ type: 'text', value }]
  return [
    { nodes: text, place },
    ...answers.flatMap((answer) => [
      { nodes: answer.text, place: answer.place },
      { nodes: answer.feedback, place: answer.place },
    ]),
    ...steps.map((nodes) => ({ nodes, place })),
    ...pairs.flatMap(({ left, right }) => [
      { nodes: left, place },
      { nodes: typed(right), place },
    ]),
    { nodes: feedback, place },
  ]
}

const holders = ['list', 'listItem', 'blockquote']

function piecesOf(
  nodes: Content[],
  place: Place,
  speakFact: (reference: string) => string,
): TextPiece[] {
  const inLine = nodes.filter((node) => !isBlock(node))
  const blocks = nodes.filter(isBlock).flatMap((node) => {
    const below = { file: place.file, line: lineOf(node) }
    return holders.includes(node.type)
      ? piecesOf(childrenOf(node), below, speakFact)
      : { ...below, text: plain(childrenOf(node), speakFact) }
  })
  return inLine.length > 0 ? [{ ...place, text: plain(inLine, speakFact) }, ...blocks] : blocks
}

function isBlock(node: Content): boolean {
  return [...holders, 'paragraph', 'heading', 'thematicBreak'].includes(node.type)
}

/** The words of some text as they are read, with those of the facts that it cites. */
export function plain(nodes: Content[], speakFact?: (reference: string) => string): string {
  const said = nodes.map((node): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'break') return ' '
    if (speakFact && isDirective(node) && node.name === 'fact') {
      return speakFact(plain(node.children))
    }
    return plain(childrenOf(node), speakFact)
  })
  return said.join('').replace(/\s+/g, ' ').trim()
}
