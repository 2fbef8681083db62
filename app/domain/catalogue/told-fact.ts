import type { Day } from '~/kernel/dates.ts'
import type {
  OutlineBlock,
  OutlineCase,
  OutlineFact,
  OutlineInline,
} from './module-outline.schema.ts'

/** A fact sheet as readers are told it, in its current version. */
export interface ToldFact {
  id: string
  kind: OutlineFact['kind']
  title: string
  text: string
  parts: Record<string, string>
  source: OutlineFact['source']
  /** Whether it is to be looked up again: anything less than sure. */
  isUnsure: boolean
  lastReviewed: Day
}

/** What a citation ("id" or "id.part") says now; the words that came with the text where the sheet has none. */
export function factWords(
  facts: Readonly<Record<string, ToldFact>>,
  cited: { fact: string; text: string },
): string {
  const [id = '', ...rest] = cited.fact.split('.')
  const fact = facts[id]
  const words = rest.length > 0 ? fact?.parts[rest.join('.')] : fact?.text
  return words || cited.text
}

/** Ids of the facts that some text cites, in the order of the text. */
export function citedFacts(blocks: readonly OutlineBlock[]): string[] {
  const ids = blocks.flatMap(linesOf).flatMap((line) => line.flatMap(idOf))
  return [...new Set(ids)]
}

const idOf = (inline: OutlineInline) =>
  'fact' in inline ? [inline.fact.split('.', 1).join('')] : []

function linesOf(block: OutlineBlock): OutlineInline[][] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.line]
    case 'list':
    case 'checks':
      return block.items.flatMap((item) => item.flatMap(linesOf))
    case 'quote':
      return block.blocks.flatMap(linesOf)
    case 'box':
    case 'reflection':
      return [block.title, ...block.blocks.flatMap(linesOf)]
    case 'picture':
      return block.caption.flatMap(linesOf)
    case 'question': {
      const { asked, answers, pairs, feedback } = block
      const told = answers.flatMap((answer) => [answer.line, ...answer.feedback.flatMap(linesOf)])
      return [asked, ...told, ...pairs.map(({ left }) => left), ...feedback.flatMap(linesOf)]
    }
    case 'case':
      return [block.title, ...block.scenes.flatMap(sceneLines)]
  }
}

function sceneLines({ blocks, choices }: OutlineCase['scenes'][number]): OutlineInline[][] {
  const chosen = choices.flatMap(({ line, consequence }) => [line, ...consequence.flatMap(linesOf)])
  return [...blocks.flatMap(linesOf), ...chosen]
}

/** A telephone number as a link dials it ("tel:020577070"); undefined where the words are no number alone. */
export function dialled(number: string): string | undefined {
  return /^\+?[\d\s-]{3,20}$/.test(number) ? `tel:${number.replace(/[\s-]/g, '')}` : undefined
}
