import type { WorkPlaceChoices } from '~/domain/activity/work-place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SelectField, type Choice, type ChoiceGroup } from '~/ui/choice-fields.tsx'

interface PlaceFieldProps {
  places: WorkPlaceChoices
  label: string
  /** Further choices on top. */
  first?: Choice[]
  defaultValue?: string
}

/** Where somebody works: employers near the activity first, then any other in a municipality. */
export function PlaceField({ places, label, first = [], defaultValue }: PlaceFieldProps) {
  const { t } = useI18n()
  const { employers, counties } = places
  const near: ChoiceGroup = {
    label: t('activity.places.employers'),
    choices: employers.map(({ id, name }) => ({ value: `o:${id}`, label: name })),
  }
  const byCounty = counties.map(({ name, isNear, municipalities }): ChoiceGroup => ({
    label: isNear
      ? t('activity.places.in', { county: name })
      : t('activity.places.elsewhere', { county: name }),
    choices: municipalities.map(({ code, name }) => ({ value: `m:${code}`, label: name })),
  }))
  const groups = employers.length > 0 ? [near, ...byCounty] : byCounty
  return (
    <SelectField
      name="place"
      label={label}
      choices={[...first, ...groups]}
      defaultValue={defaultValue}
      autoComplete="off"
      required
    />
  )
}

/** What a place's choice is called, for who has chosen it. */
export function placeLabel(
  { employers, counties }: WorkPlaceChoices,
  choice: string,
): string | null {
  const [kind, value] = [choice.slice(0, 2), choice.slice(2)]
  if (kind === 'o:') return employers.find(({ id }) => id === value)?.name ?? null
  const municipalities = counties.flatMap((county) => county.municipalities)
  return municipalities.find(({ code }) => code === value)?.name ?? null
}
