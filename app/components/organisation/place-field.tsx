import type { RegisterChoices } from '~/domain/organisation/register-choices.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'

interface PlaceFieldProps {
  places: RegisterChoices['places']
  label: string
  hint?: string
  /** What is said of no choice; a place must be chosen where it is left out. */
  emptyLabel?: string
}

/** A municipality, or a county where something lies in none of its municipalities: the field `place`. */
export function PlaceField({ places, label, hint, emptyLabel }: PlaceFieldProps) {
  const { t } = useI18n()
  return (
    <SelectField
      name="place"
      label={label}
      hint={hint}
      emptyLabel={emptyLabel}
      choices={places.map(({ code, name, municipalities }) => ({
        label: name,
        choices: [
          ...(code ? [{ value: code, label: t('register.whole-county', { county: name }) }] : []),
          ...municipalities,
        ],
      }))}
      required={emptyLabel === undefined}
    />
  )
}
