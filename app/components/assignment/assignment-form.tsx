import { checkAssignmentSchema } from '~/domain/assignment/assignment.schema.ts'
import type { AssignmentChoices } from '~/domain/assignment/list-assignments.server.ts'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import {
  CheckboxField,
  CheckboxGroup,
  RadioGroup,
  SelectField,
  type ChoiceGroup,
} from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { DateField, NumberField } from '~/ui/text-fields.tsx'
import { useAssignmentWords } from './assignment-words.ts'

export interface AssignmentFormProps {
  choices: AssignmentChoices
  /** What stands in it from the start, as an address holds it. */
  values: Record<string, string | string[]>
  today: Day
  reply: FormReply | undefined
}

/** The first step of an assignment: what, to whom, by when. Nothing is saved. */
export function AssignmentForm({ choices, values, today, reply }: AssignmentFormProps) {
  const { t } = useI18n()
  return (
    <ActionForm
      schema={checkAssignmentSchema}
      hidden={{ intent: 'check' }}
      defaultValues={values}
      submitLabel={t('assignment.check')}
      pendingLabel={t('assignment.checking')}
      reply={reply}
    >
      <TargetField choices={choices} />
      <PlaceFields choices={choices} />
      <CheckboxGroup
        name="professionGroups"
        label={t('assignment.groups')}
        hint={t('assignment.groups.hint')}
        choices={countedGroups.map((value) => ({ value, label: t(`profession.${value}`) }))}
        inColumns
      />
      <CheckboxField
        name="onlyNew"
        label={t('assignment.only-new.label')}
        hint={t('assignment.only-new.hint')}
      />
      <Named choices={choices} />
      <RadioGroup
        name="isMandatory"
        label={t('assignment.mandatory')}
        choices={[
          { value: 'mandatory', label: t('assignment.mandatory.yes') },
          {
            value: 'recommended',
            label: t('assignment.mandatory.no'),
            hint: t('assignment.mandatory.no.hint'),
          },
        ]}
        required
      />
      <DateField name="dueOn" label={t('assignment.due')} min={today} />
      <NumberField
        name="dueDays"
        label={t('assignment.due-days')}
        hint={t('assignment.due-days.hint')}
        unit={t('assignment.days')}
        min={1}
      />
      <NumberField
        name="repeatMonths"
        label={t('assignment.repeat')}
        hint={t('assignment.repeat.hint')}
        unit={t('assignment.months')}
        min={1}
      />
    </ActionForm>
  )
}

function TargetField({ choices }: { choices: AssignmentChoices }) {
  const { t, language } = useI18n()
  const { targetOf } = useAssignmentWords()
  const groups: ChoiceGroup[] = choices.targets.map((course) => {
    const of = (kind: 'module' | 'track' | 'course') => (thing: Thing) => ({
      value: `${kind}:${thing.id}`,
      label: targetOf({ target: { kind, ...thing } }),
    })
    return {
      label: language === 'en' ? course.titleEn : course.titleSv,
      choices: [
        ...course.tracks.map(of('track')),
        ...(course.hasBasics ? [of('course')(course)] : []),
        ...course.modules.map(of('module')),
      ],
    }
  })
  return (
    <SelectField
      name="target"
      label={t('assignment.target')}
      hint={t('assignment.target.hint')}
      choices={groups}
      required
    />
  )
}

interface Thing {
  id: string
  titleSv: string
  titleEn: string
}

const valueOf = ({ kind, ref }: { kind: string; ref: string }) => `${kind}:${ref}`

/** An organisation's tree to choose one place from, or counties and municipalities to tick. */
function PlaceFields({ choices }: { choices: AssignmentChoices }) {
  const { t } = useI18n()
  const { placeOf } = useAssignmentWords()
  if (choices.organisation) {
    return (
      <SelectField
        name="places"
        label={t('assignment.places')}
        hint={t('assignment.places.unit-hint')}
        choices={choices.places.map((place) => ({
          value: valueOf(place),
          label:
            place.kind === 'organisation'
              ? t('assignment.place.whole-organisation', { name: place.name })
              : `${'\u2003'.repeat(place.depth)}${place.name}`,
        }))}
        required
      />
    )
  }
  return (
    <CheckboxGroup
      name="places"
      label={t('assignment.places')}
      hint={t('assignment.places.hint')}
      choices={choices.places.map((place) => ({ value: valueOf(place), label: placeOf(place) }))}
      inColumns
      required
    />
  )
}

function Named({ choices }: { choices: AssignmentChoices }) {
  const { t } = useI18n()
  if (choices.named.length === 0) return null
  return (
    <CheckboxGroup
      name="personIds"
      label={t('assignment.named')}
      hint={t('assignment.named.hint')}
      choices={choices.named.map(({ personId, name }) => ({ value: personId, label: name }))}
    />
  )
}
