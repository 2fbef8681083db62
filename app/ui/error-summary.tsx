import { useEffect, useRef } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FieldBinding } from './field-context.ts'
import type { FormMessage } from '~/kernel/form-values.ts'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'

interface ErrorSummaryProps {
  /** The fields with errors. */
  names: string[]
  binding: FieldBinding
  /** What is wrong with the whole. */
  whole: FormMessage | undefined
  /** Changes with every attempt to send, and so moves the focus here. */
  attempt: unknown
}

/** On top of a form that could not be taken: what happened, that nothing is lost, and what to mend. */
export function ErrorSummary({ names, binding, whole, attempt }: ErrorSummaryProps) {
  const { t, tLoose } = useI18n()
  const hydrated = useHydrated()
  const box = useRef<HTMLDivElement>(null)
  const told = useRef<unknown>(undefined)
  // On every render, since the errors may come a moment after the attempt.
  useEffect(() => {
    if (!attempt || attempt === told.current || !box.current) return
    told.current = attempt
    box.current.focus()
  })
  if (names.length === 0 && !whole) return null
  const said = whole && tLoose(whole.key, whole.params, 'form.failed')
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice tone-bad error-summary">
      <Icon name="bad" />
      <div className="notice-text">
        <p className="notice-title">{t('ui.form.failed')}</p>
        {said && <p>{said}</p>}
        {names.length > 0 && <p>{t('ui.form.failed.fields', { count: names.length })}</p>}
        {names.length > 0 && hydrated && (
          <ul>
            {names.map((name) => (
              <li key={name}>
                <FieldLink id={binding.idOf(name)} error={binding.errorOf(name)} said={said} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

interface FieldLinkProps {
  id: string
  error: string | undefined
  /** What the summary has said already, and need not say of the field again. */
  said: string | undefined
}

function FieldLink({ id, error, said }: FieldLinkProps) {
  const label = labelOf(id)
  if (label === undefined) return <>{error}</>
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {error === said ? label : `${label}: ${error}`}
    </a>
  )
}

/** A field's label as it stands on the page, which the form itself is never told. */
function labelOf(id: string): string | undefined {
  const control = document.getElementById(id)
  const label =
    control?.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`)
  return label?.firstChild?.textContent ?? undefined
}
