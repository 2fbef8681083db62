import { Fragment, type ReactNode } from 'react'
import { glossaryPath } from '~/domain/catalogue/library.ts'
import type { OutlineBlock, OutlineInline } from '~/domain/catalogue/module-outline.schema.ts'
import { factWords, type ToldFact } from '~/domain/catalogue/told-fact.ts'
import { FactWords } from './fact-words.tsx'

export interface Told {
  courseSlug: string
  /** Those that are cited, as they are told now, by id. */
  facts: Record<string, ToldFact>
}

/** A part of a module's text: words and lists, its facts as they are told now, its words leading to the glossary. */
export function OutlineBlocks({ blocks, told }: { blocks: OutlineBlock[]; told: Told }) {
  return blocks.map((block, index) => <Block key={index} block={block} told={told} />)
}

function Block({ block, told }: { block: OutlineBlock; told: Told }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <OutlineLine line={block.line} told={told} />
        </p>
      )
    case 'heading':
      return <Heading level={block.level} line={block.line} told={told} />
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          <Items items={block.items} told={told} />
        </List>
      )
    }
    case 'checks':
      return (
        <ul className="checks">
          <Items items={block.items} told={told} />
        </ul>
      )
    case 'quote':
      return (
        <blockquote>
          <OutlineBlocks blocks={block.blocks} told={told} />
        </blockquote>
      )
    case 'box':
      return (
        <div className="outline-box">
          <p className="outline-box-title">
            <OutlineLine line={block.title} told={told} />
          </p>
          <OutlineBlocks blocks={block.blocks} told={told} />
        </div>
      )
    default:
      // What is done stands on pages alone, which PaperBlocks draws.
      return null
  }
}

interface HeadingProps {
  level: number
  line: OutlineInline[]
  told: Told
}

function Heading({ level, line, told }: HeadingProps) {
  const Title = level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return (
    <Title>
      <OutlineLine line={line} told={told} />
    </Title>
  )
}

function Items({ items, told }: { items: OutlineBlock[][]; told: Told }) {
  return items.map((item, index) => (
    <li key={index}>
      <OutlineBlocks blocks={item} told={told} />
    </li>
  ))
}

/** Words in a line. */
export function OutlineLine({ line, told }: { line: OutlineInline[]; told: Told }) {
  return line.map((inline, index) => (
    <Fragment key={index}>
      <Inline inline={inline} told={told} />
    </Fragment>
  ))
}

function Inline({ inline, told }: { inline: OutlineInline; told: Told }): ReactNode {
  if ('fact' in inline) return <FactWords words={factWords(told.facts, inline)} />
  if ('term' in inline) {
    const to = glossaryPath({ courseSlug: told.courseSlug, slug: inline.term })
    return <a href={to}>{inline.text}</a>
  }
  if ('link' in inline) return <a href={inline.link}>{inline.text}</a>
  if (inline.text === '\n') return <br />
  if (inline.strong) return <strong>{inline.text}</strong>
  return inline.emphasis ? <em>{inline.text}</em> : inline.text
}
