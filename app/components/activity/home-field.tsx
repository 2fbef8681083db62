import type { ActivityChoices } from '~/domain/activity/activity.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SelectField, type ChoiceGroup } from '~/ui/choice-fields.tsx'

type HomeChoices = Pick<
  ActivityChoices,
  'nation' | 'homeCounties' | 'homeMunicipalities' | 'counties'
>

/** The nation, a county or a municipality, as far as the writer reaches. @param emptyLabel where none may be chosen */
export function HomeField(props: {
  choices: HomeChoices
  label?: string
  hint?: string
  defaultValue?: string
  emptyLabel?: string
}) {
  const { t } = useI18n()
  const { choices, label, hint, defaultValue, emptyLabel } = props
  return (
    <SelectField
      name="home"
      label={label ?? t('consultation.place')}
      hint={hint}
      choices={useHomeChoices(choices)}
      defaultValue={defaultValue}
      emptyLabel={emptyLabel}
      required={emptyLabel === undefined}
    />
  )
}

function useHomeChoices({ nation, homeCounties, homeMunicipalities, counties }: HomeChoices) {
  const { t } = useI18n()
  const whole = homeCounties.map(({ code, name }) => ({
    value: code,
    label: t('activity.home.county', { county: name }),
  }))
  const parts: ChoiceGroup[] = counties.flatMap(({ code, name }) => {
    const within = homeMunicipalities.filter(({ countyCode }) => countyCode === code)
    if (within.length === 0) return []
    const choices = within.map(({ code, shortName }) => ({ value: code, label: shortName }))
    return [{ label: t('activity.home.municipalities', { county: name }), choices }]
  })
  const all = nation ? [{ value: 'nation', label: t('activity.nation') }] : []
  return [...all, ...whole, ...parts]
}
