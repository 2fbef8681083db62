import { centrePhases, organisationKinds } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CheckboxField, SelectField, type Choice, type ChoiceGroup } from '~/ui/choice-fields.tsx'
import { DateField, TextField } from '~/ui/text-fields.tsx'

/** Name, kind and number: what every organisation has. */
export function OrganisationFields() {
  const { t } = useI18n()
  return (
    <>
      <TextField name="name" label={t('register.name')} maxLength={120} required />
      <SelectField
        name="kind"
        label={t('register.kind')}
        choices={organisationKinds.map((kind) => ({
          value: kind,
          label: t(`organisation.kind.${kind}`),
        }))}
        required
      />
      <TextField
        name="organisationNumber"
        label={t('register.number')}
        hint={t('register.number.hint')}
        width="medium"
        inputMode="numeric"
        maxLength={20}
      />
    </>
  )
}

interface CentreFieldsProps {
  /** Organisations that may carry this one. */
  carriers: Choice[]
  /** Municipalities by county. */
  municipalities: ChoiceGroup[]
  /** Those that are in the catchment, to be seen at once. */
  chosen: string[]
}

/** Who carries an organisation, and what only a resource centre has. */
export function CentreFields({ carriers, municipalities, chosen }: CentreFieldsProps) {
  const { t } = useI18n()
  return (
    <>
      <SelectField
        name="carrierId"
        label={t('register.carrier')}
        hint={t('register.carrier.hint')}
        choices={carriers}
        emptyLabel={t('register.carrier.none')}
      />
      <details className="more" open={chosen.length > 0 || undefined}>
        <summary>{t('register.centre')}</summary>
        <p className="hint">{t('register.centre.hint')}</p>
        <SelectField
          name="phase"
          label={t('register.phase')}
          choices={centrePhases.map((phase) => ({
            value: phase,
            label: t(`register.phase.${phase}`),
          }))}
          emptyLabel={t('register.phase.none')}
        />
        <DateField name="projectYearFrom" label={t('register.project-year')} />
        <fieldset className="field">
          <legend className="label">{t('register.catchment')}</legend>
          <p className="hint">{t('register.catchment.hint')}</p>
          {municipalities.map((county) => (
            <CountyPart key={county.label} county={county} chosen={chosen} />
          ))}
        </fieldset>
      </details>
    </>
  )
}

/** A county's municipalities, opened where some are chosen: all 290 at once fit no screen. */
function CountyPart({ county, chosen }: { county: ChoiceGroup; chosen: string[] }) {
  const count = county.choices.filter(({ value }) => chosen.includes(value)).length
  return (
    <details open={count > 0 || undefined}>
      <summary>{county.label}</summary>
      <div className="choices">
        {county.choices.map(({ value, label }) => (
          <CheckboxField key={value} name="catchment" value={value} label={label} />
        ))}
      </div>
    </details>
  )
}
