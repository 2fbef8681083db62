import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Link } from './link.tsx'

/** One step of the way here; the last one is this page and has no address. */
export interface Crumb {
  label: string
  to?: string
}

interface PageProps {
  /** The page's only h1. Neutral where it could also be read over a shoulder. */
  title: string
  /** Of the title, where it is another than the page's. */
  titleLanguage?: 'sv' | undefined
  /** The page's answer in a sentence or two. */
  lead?: ReactNode
  breadcrumbs?: Crumb[]
  /** What can be done from here; one primary at most. */
  actions?: ReactNode
  /** 'reading' is one column of 720 px; 'work' goes up to 1,200 px. */
  width?: 'reading' | 'work'
  children?: ReactNode
}

/** A page's head and body, inside AppShell's main. */
export function Page(props: PageProps) {
  const { title, titleLanguage, lead, breadcrumbs, actions, width = 'work', children } = props
  return (
    <div className={`page page-${width}`}>
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      <div className="page-head">
        <div className="page-head-text">
          <h1 lang={titleLanguage}>{title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** The way here, the page itself last. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useI18n()
  return (
    <nav aria-label={t('ui.breadcrumbs')} className="breadcrumbs">
      <ol>
        {crumbs.map(({ label, to }, index) => (
          <li key={label}>
            {to && index < crumbs.length - 1 ? (
              <Link to={to}>{label}</Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface SectionProps {
  /** Also makes the section's address on the page (#id). */
  id: string
  title: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page under its own h2. */
export function Section({ id, title, intro, actions, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {intro && <div className="intro">{intro}</div>}
      {children}
    </section>
  )
}

/** Parts side by side where there is room: as wide as each other, or one leading part with something beside it. */
export function Columns(props: { split?: 'even' | 'aside'; children: ReactNode }) {
  return <div className={`columns columns-${props.split ?? 'even'}`}>{props.children}</div>
}

/** Name and value, one pair to a line. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
