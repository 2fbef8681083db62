import type { LinkProps } from '@remix-run/react'
import type { ButtonVariant } from './button.tsx'
import { Link } from './link.tsx'

/** A link that looks like a button, for the next step on another page. */
export function ButtonLink({
  variant = 'secondary',
  ...rest
}: Omit<LinkProps, 'className'> & { variant?: ButtonVariant }) {
  return <Link {...rest} className={`button button-${variant}`} />
}
