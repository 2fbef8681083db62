import { notInRegister } from '~/domain/identity/affiliation.schema.ts'
import {
  affiliationKinds,
  type WorkplaceGroup,
  type WorkplaceUnit,
} from '~/domain/identity/affiliation.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { SelectField, type Choice, type ChoiceGroup } from '~/ui/choice-fields.tsx'
import { TextField } from '~/ui/text-fields.tsx'

/** Where in a municipality somebody works, and as what: the fields of `workplaceShape`. */
export function WorkplaceFields({ workplaces }: { workplaces: WorkplaceGroup[] }) {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <>
      <SelectField
        name="unitId"
        label={t('workplace.unit')}
        hint={t('workplace.unit.hint')}
        choices={workplaceChoices(i18n, workplaces)}
        required
      />
      <TextField
        name="statedWorkplace"
        label={t('workplace.stated')}
        hint={t('workplace.stated.hint')}
        autoComplete="organization"
        maxLength={200}
      />
      <ProfessionField />
    </>
  )
}

/** As what somebody works: a national group. */
export function ProfessionField() {
  const { t } = useI18n()
  return (
    <SelectField
      name="professionGroup"
      label={t('workplace.profession')}
      hint={t('workplace.profession.hint')}
      choices={personalProfessionGroups.map((group) => ({
        value: group,
        label: t(`profession.${group}`),
      }))}
      required
    />
  )
}

/** How somebody belongs to a workplace: employed, a student, a volunteer or elected. */
export function KindField() {
  const { t } = useI18n()
  return (
    <SelectField
      name="kind"
      label={t('affiliation.kind')}
      choices={affiliationKinds.map((kind) => ({
        value: kind,
        label: t(`affiliation.kind.${kind}`),
      }))}
      required
    />
  )
}

function workplaceChoices({ t }: I18n, workplaces: WorkplaceGroup[]): (Choice | ChoiceGroup)[] {
  const groups = workplaces.map(({ organisationName, units }) => ({
    label: organisationName,
    choices: units.map((unit) => ({ value: unit.unitId, label: unitLabel(unit) })),
  }))
  return [{ value: notInRegister, label: t('workplace.not-in-register') }, ...groups]

  function unitLabel({ name, parentName, isWhole }: WorkplaceUnit): string {
    if (isWhole) return t('workplace.whole', { name })
    return parentName === null ? name : `${parentName} – ${name}`
  }
}
