import { useState, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { asText, useField, type FieldProps } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'
import { useHydrated } from './hydrated.ts'

type Input = InputHTMLAttributes<HTMLInputElement>

interface TextFieldProps
  extends FieldProps, Pick<Input, 'autoComplete' | 'inputMode' | 'maxLength'> {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  /** How much is expected, so that the box tells it. */
  width?: 'short' | 'medium' | 'full'
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'full', autoComplete, inputMode, maxLength } = props
  const field = useField(props)
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <input
        {...field.registered}
        {...field.control}
        type={type}
        className={`input input-${width}`}
        defaultValue={asText(field.initial)}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={type === 'email' || type === 'url' ? false : undefined}
      />
    </FieldFrame>
  )
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea(
  props: FieldProps & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'maxLength'>,
) {
  const field = useField(props)
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <textarea
        {...field.registered}
        {...field.control}
        className="input input-full"
        defaultValue={asText(field.initial)}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
      />
    </FieldFrame>
  )
}

interface NumberFieldProps extends FieldProps, Pick<Input, 'min' | 'max' | 'step'> {
  /** What is counted, written after the box: "personer". */
  unit?: string
}

/** A number, with its unit after the box. */
export function NumberField(props: NumberFieldProps) {
  const field = useField(props)
  const unitId = `${field.id}-unit`
  const describedBy = [field.control['aria-describedby'], props.unit && unitId]
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <div className="input-with-unit">
        <input
          {...field.registered}
          {...field.control}
          aria-describedby={describedBy.filter(Boolean).join(' ') || undefined}
          type="number"
          inputMode="numeric"
          className="input input-short"
          defaultValue={asText(field.initial)}
          min={props.min}
          max={props.max}
          step={props.step}
        />
        {props.unit && (
          <span id={unitId} className="unit">
            {props.unit}
          </span>
        )}
      </div>
    </FieldFrame>
  )
}

/** A day, in the browser's own date box. */
export function DateField(props: FieldProps & Pick<Input, 'min' | 'max' | 'autoComplete'>) {
  const field = useField(props)
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <input
        {...field.registered}
        {...field.control}
        type="date"
        className="input input-medium"
        defaultValue={asText(field.initial)}
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
      />
    </FieldFrame>
  )
}

interface PasswordFieldProps extends Omit<FieldProps, 'defaultValue'> {
  autoComplete: 'current-password' | 'new-password'
}

/** A password, which the writer can choose to see once JavaScript has loaded. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useI18n()
  const field = useField(props)
  const hydrated = useHydrated()
  const [seen, setSeen] = useState(false)
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <div className="input-with-button">
        <input
          {...field.registered}
          {...field.control}
          type={seen ? 'text' : 'password'}
          className="input input-full"
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
        />
        {hydrated && (
          <button
            type="button"
            className="button button-secondary"
            aria-controls={field.id}
            aria-label={seen ? t('ui.password.hide.label') : t('ui.password.show.label')}
            onClick={() => setSeen(!seen)}
          >
            {seen ? t('ui.password.hide') : t('ui.password.show')}
          </button>
        )}
      </div>
    </FieldFrame>
  )
}
