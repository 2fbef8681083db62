import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { errorId, hintId, type Field, type FieldProps } from './field-context.ts'
import { Icon } from './icon.tsx'

interface FrameProps extends Pick<FieldProps, 'label' | 'hint'> {
  field: Field
  children: ReactNode
}

/** Label, hint and error around a control, in the order they are read. */
export function FieldFrame({ field, label, hint, children }: FrameProps) {
  return (
    <div className="field" data-invalid={field.error ? true : undefined}>
      <label htmlFor={field.id} className="label">
        <LabelText field={field} label={label} />
      </label>
      <FieldNotes field={field} hint={hint} />
      {children}
    </div>
  )
}

/** The same around several controls that answer one question. */
export function FieldGroup({ field, label, hint, children }: FrameProps) {
  return (
    <fieldset
      className="field"
      data-invalid={field.error ? true : undefined}
      aria-describedby={field.control['aria-describedby']}
    >
      <legend className="label">
        <LabelText field={field} label={label} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      {children}
    </fieldset>
  )
}

function LabelText({ field, label }: Pick<FrameProps, 'field' | 'label'>) {
  const { t } = useI18n()
  return (
    <>
      {label}
      {field.optional && <span className="optional"> {t('ui.form.optional')}</span>}
    </>
  )
}

/** The hint and the error of a field. */
export function FieldNotes({ field, hint }: Pick<FrameProps, 'field' | 'hint'>) {
  return (
    <>
      {hint && (
        <p id={hintId(field.id)} className="hint">
          {hint}
        </p>
      )}
      {field.error && (
        <p id={errorId(field.id)} className="field-error">
          <Icon name="bad" />
          {field.error}
        </p>
      )}
    </>
  )
}
