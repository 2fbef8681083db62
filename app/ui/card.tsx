import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'

interface CardProps {
  title: ReactNode
  /** A word or two above the title, such as "Nästa steg". */
  eyebrow?: string
  /** 'next' is what comes next for the reader: one on a page at most. */
  tone?: 'plain' | 'next'
  heading?: 2 | 3
  /** What can be done, along the lower edge. */
  actions?: ReactNode
  children?: ReactNode
}

/** Something that stands by itself: a raised surface with a heading. */
export function Card(props: CardProps) {
  const { title, eyebrow, tone = 'plain', heading = 2, actions, children } = props
  const Title = `h${heading}` as const
  return (
    <article className={`card card-${tone}`}>
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <Title className="card-title">{title}</Title>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </article>
  )
}

interface EmptyStateProps {
  title: string
  heading?: 2 | 3
  /** What will stand here, and the first step there. */
  children: ReactNode
  actions?: ReactNode
}

/** What stands where there is nothing yet: why, and what to do next. */
export function EmptyState({ title, heading = 2, children, actions }: EmptyStateProps) {
  const Title = `h${heading}` as const
  return (
    <div className="empty">
      <Mark className="mark empty-mark" />
      <Title className="card-title">{title}</Title>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}

export interface Item {
  key: string
  title: ReactNode
  /** Of the title, where it is another than the page's. */
  lang?: 'sv' | undefined
  /** Where the title leads. */
  to?: string
  /** A line of small print below the title: minutes, due day, why. */
  meta?: ReactNode
  /** To the right, or below on a phone: a state, a figure, a button. */
  aside?: ReactNode
}

/** A short list of things to go on to, one to a row. */
export function ItemList({ items, label }: { items: Item[]; label?: string }) {
  return (
    <ul className="items" aria-label={label}>
      {items.map(({ key, title, lang, to, meta, aside }) => (
        <li key={key} className="item">
          <div className="item-text">
            <p className="item-title" lang={lang}>
              {to ? <ItemLink to={to}>{title}</ItemLink> : title}
            </p>
            {meta && <div className="meta">{meta}</div>}
          </div>
          {aside && <div className="item-aside">{aside}</div>}
        </li>
      ))}
    </ul>
  )
}

/** A place on another page is gone to by the browser, since only then does it mark the place (`:target`). */
function ItemLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} reloadDocument={to.includes('#')}>
      {children}
    </Link>
  )
}
