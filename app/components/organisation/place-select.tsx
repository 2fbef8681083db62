import type { PlaceChoices } from '~/domain/organisation/register-choices.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'

interface PlaceSelectProps {
  places: PlaceChoices[]
  label: string
  hint: string
  /** What the empty choice says; a place has to be chosen where it says nothing. */
  emptyLabel?: string
}

/** A municipality by county, or a county where something lies in none of its municipalities. */
export function PlaceSelect({ places, label, hint, emptyLabel }: PlaceSelectProps) {
  const { t } = useI18n()
  return (
    <SelectField
      name="place"
      label={label}
      hint={hint}
      {...(emptyLabel === undefined ? { required: true } : { emptyLabel })}
      choices={places.map(({ code, name, municipalities }) => ({
        label: name,
        choices: [
          ...(code ? [{ value: code, label: t('register.whole-county', { county: name }) }] : []),
          ...municipalities,
        ],
      }))}
    />
  )
}
