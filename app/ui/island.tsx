import type { ReactNode } from 'react'

/** What entry.islands.tsx knows to bring to life. */
export type IslandName = 'quick-exit' | 'time-out' | 'play' | 'open' | 'preview'

interface IslandProps {
  name: IslandName
  className?: string
  /** What the part is drawn from, for its script: plain values. */
  data?: object
  /** The part itself, in nothing else: its script takes over what it finds in here. */
  children: ReactNode
}

/**
 * A part of a page that can do without the page's script: where there is none (decision 0029), its own takes
 * it over. On all other pages it is a box like any other.
 */
export function Island({ name, className, data, children }: IslandProps) {
  return (
    <div className={className} data-island={name} data-props={data && JSON.stringify(data)}>
      {children}
    </div>
  )
}
