import { Link as RemixLink, type LinkProps } from '@remix-run/react'
import type { ComponentType } from 'react'

/**
 * Remix's link. The server draws no more of it than its element, which is all that is sent: Remix works each
 * address out three times, and a page has dozens. An address that is not whole in itself ("?track=skola")
 * depends on where it stands, and is Remix's there too.
 */
export const Link: ComponentType<LinkProps> = import.meta.env.SSR ? ServerLink : RemixLink

function ServerLink(props: LinkProps) {
  const { to, children, reloadDocument, ...attributes } = props
  const isPlain = typeof to === 'string' && isWhole.test(to)
  if (!isPlain || forRemix.some((name) => name in attributes)) return <RemixLink {...props} />
  return (
    <a {...attributes} href={to} data-discover={reloadDocument ? undefined : 'true'}>
      {children}
    </a>
  )
}

/** From the root of this site. */
const isWhole = /^\/(?!\/)/

/** What is said to Remix and is no attribute. */
const forRemix: readonly (keyof LinkProps)[] = [
  'discover',
  'prefetch',
  'preventScrollReset',
  'relative',
  'replace',
  'state',
  'viewTransition',
]
