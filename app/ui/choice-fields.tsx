import { useI18n } from '~/i18n/i18n.tsx'
import { asText, useField, type FieldProps } from './field-context.ts'
import { FieldFrame, FieldGroup, FieldNotes } from './field-frame.tsx'

export interface Choice {
  value: string
  label: string
}

export interface ChoiceGroup {
  label: string
  choices: Choice[]
}

interface SelectFieldProps extends FieldProps {
  choices: (Choice | ChoiceGroup)[]
  /** The empty choice on top; "Välj …" when left out. */
  emptyLabel?: string
  /** What the browser may fill in by itself, such as "organization". */
  autoComplete?: string
}

/** One choice out of many, in groups where that helps. */
export function SelectField(props: SelectFieldProps) {
  const { t } = useI18n()
  const field = useField(props)
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <select
        {...field.registered}
        {...field.control}
        className="input input-select"
        defaultValue={asText(field.initial) ?? ''}
        autoComplete={props.autoComplete}
      >
        <option value="">{props.emptyLabel ?? t('ui.form.choose')}</option>
        {props.choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(choice)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const optionOf = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

interface RadioGroupProps extends FieldProps {
  choices: (Choice & { hint?: string })[]
}

/** One choice out of a few, all in view. */
export function RadioGroup(props: RadioGroupProps) {
  const field = useField(props)
  const { id, required } = field.control
  return (
    <FieldGroup field={field} label={props.label} hint={props.hint}>
      <div className="choices">
        {props.choices.map((choice, index) => {
          // The error summary leads to the field's id, so the first choice bears it.
          const choiceId = index === 0 ? id : `${id}-${choice.value}`
          return (
            <div key={choice.value} className="choice">
              <input
                {...field.registered}
                type="radio"
                id={choiceId}
                value={choice.value}
                required={required}
                defaultChecked={asText(field.initial) === choice.value}
                aria-describedby={choice.hint && `${choiceId}-note`}
              />
              <label htmlFor={choiceId}>{choice.label}</label>
              {choice.hint && (
                <p id={`${choiceId}-note`} className="hint">
                  {choice.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

interface CheckboxGroupProps extends Omit<FieldProps, 'defaultValue'> {
  choices: Choice[]
  /** Side by side where there is room, for many short ones. */
  inColumns?: boolean
}

/** As many out of several as one likes, all in view. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const field = useField(props)
  const ticked = [field.initial].flat()
  return (
    <FieldGroup field={field} label={props.label} hint={props.hint}>
      <div className={props.inColumns ? 'choices choices-columns' : 'choices'}>
        {props.choices.map((choice, index) => {
          // The error summary leads to the field's id, so the first choice bears it.
          const choiceId = index === 0 ? field.id : `${field.id}-${choice.value}`
          return (
            <div key={choice.value} className="choice">
              <input
                {...field.registered}
                type="checkbox"
                id={choiceId}
                value={choice.value}
                defaultChecked={ticked.includes(choice.value)}
              />
              <label htmlFor={choiceId}>{choice.label}</label>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

interface CheckboxFieldProps extends Omit<FieldProps, 'defaultValue'> {
  defaultChecked?: boolean
  /** What the form sends when it is ticked; "on" when left out. */
  value?: string
}

/** Yes or no. Fields with the same name and different values make a list. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { value = 'on', defaultChecked } = props
  const field = useField(props)
  const { initial } = field
  const id = value === 'on' ? field.id : `${field.id}-${value}`
  const ticked = Array.isArray(initial)
    ? initial.includes(value)
    : initial === value || initial === true
  return (
    <div className="field" data-invalid={field.error ? true : undefined}>
      <div className="choice">
        <input
          {...field.registered}
          {...field.control}
          id={id}
          type="checkbox"
          value={value}
          defaultChecked={initial === undefined ? defaultChecked : ticked}
        />
        <label htmlFor={id}>{props.label}</label>
      </div>
      <FieldNotes field={field} hint={props.hint} />
    </div>
  )
}
