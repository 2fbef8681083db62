import { Form } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { SelectField, type ChoiceGroup } from '~/ui/choice-fields.tsx'

interface Named {
  code: string
  name: string
}

/** Counties with their municipalities, as a choice among many. */
export function municipalityChoices(
  counties: Named[],
  municipalities: { code: string; countyCode: string; shortName: string }[],
): ChoiceGroup[] {
  return counties.map((county) => ({
    label: county.name,
    choices: municipalities
      .filter((municipality) => municipality.countyCode === county.code)
      .map(({ code, shortName }) => ({ value: code, label: shortName })),
  }))
}

/** The first of two steps to name a workplace: where it lies. Leads back to the same page with ?municipality=. */
export function MunicipalityForm({ choices }: { choices: ChoiceGroup[] }) {
  const { t } = useI18n()
  return (
    <Form method="get" className="form">
      <SelectField
        name="municipality"
        label={t('workplace.municipality')}
        hint={t('workplace.municipality.hint')}
        choices={choices}
        required
      />
      <div className="actions">
        <Button type="submit" variant="primary">
          {t('workplace.next')}
        </Button>
      </div>
    </Form>
  )
}
