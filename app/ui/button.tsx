import type { ButtonHTMLAttributes } from 'react'

/** One primary on a page at most. `danger` is for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant
  /** What stands in the button while its work is under way; the button then ignores presses. */
  pendingLabel?: string
  pending?: boolean
}

/** A button that does something here (in a form it submits, as in HTML); what leads somewhere is a ButtonLink. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', pending = false, pendingLabel, children, onClick, ...rest } = props
  return (
    <button
      {...rest}
      className={`button button-${variant}`}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}
