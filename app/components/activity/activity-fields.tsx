import { moduleTitle } from '~/components/coverage/module-title.ts'
import { sessionFieldsOf, sessionRows } from '~/domain/activity/activity.schema.ts'
import type { ActivityChoices } from '~/domain/activity/activity.server.ts'
import {
  activityForms,
  activityLevels,
  homeChoice,
  plannedTypes,
  rcPurposes,
  strategyGoals,
  targetedGroups,
  timeOf,
  type ActivityValues,
  type SessionTime,
} from '~/domain/activity/activity.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CheckboxField, RadioGroup, SelectField } from '~/ui/choice-fields.tsx'
import { DateField, NumberField, TextField } from '~/ui/text-fields.tsx'
import { HomeField } from './home-field.tsx'

/** What the form begins with, from an activity that is there already. */
export function activityDefaults(
  values: ActivityValues,
  sessions: readonly SessionTime[],
): Record<string, unknown> {
  const rows = sessions.flatMap(({ heldOn, startsAt, endsAt }, index): [string, string][] => {
    const names = sessionFieldsOf(index + 1)
    return [
      [names.day, heldOn],
      [names.start, timeOf(startsAt)],
      [names.end, timeOf(endsAt)],
    ]
  })
  const texts = (numbers: readonly number[]) => numbers.map(String)
  return {
    ...values,
    ...Object.fromEntries(rows),
    home: homeChoice(values),
    rcPurposes: texts(values.rcPurposes),
    strategyGoals: texts(values.strategyGoals),
    projectYear: values.projectYear ?? undefined,
  }
}

/** Which session stands in which row, sent along unseen. */
export function sessionIds(sessions: readonly { id: string }[]): Record<string, string> {
  return Object.fromEntries(sessions.map(({ id }, index) => [sessionFieldsOf(index + 1).id, id]))
}

/** Everything that is said of an activity, in three parts. */
export function ActivityFields({ choices, shown }: { choices: ActivityChoices; shown: number }) {
  const { t } = useI18n()
  return (
    <>
      <WhatFields choices={choices} />
      <fieldset className="form-part">
        <legend>{t('activity.part.when')}</legend>
        <SessionFields row={1} />
        <details open={shown > 1}>
          <summary>{t('activity.more-sessions')}</summary>
          <div className="form-part">
            {sessionRows.slice(1).map((row) => (
              <SessionFields key={row} row={row} />
            ))}
          </div>
        </details>
        <details>
          <summary>{t('activity.window')}</summary>
          <div className="form-part">
            <NumberField
              name="opensBefore"
              label={t('activity.field.opens')}
              unit={t('activity.unit.minutes')}
              min={0}
              max={1440}
            />
            <NumberField
              name="closesAfter"
              label={t('activity.field.closes')}
              unit={t('activity.unit.minutes')}
              min={0}
              max={1440}
            />
          </div>
        </details>
      </fieldset>
      <WhomFields choices={choices} />
      <FollowUpFields />
    </>
  )
}

function WhatFields({ choices }: { choices: ActivityChoices }) {
  const { t, language } = useI18n()
  const { organisers, modules } = choices
  return (
    <>
      <SelectField
        name="type"
        label={t('activity.field.type')}
        choices={plannedTypes.map((type) => ({ value: type, label: t(`activity.type.${type}`) }))}
        required
      />
      <SelectField
        name="moduleId"
        label={t('activity.field.module')}
        hint={t('activity.field.module.hint')}
        choices={modules.map((module) => ({
          value: module.id,
          label: moduleTitle(module, language),
        }))}
      />
      <TextField
        name="title"
        label={t('activity.field.title')}
        hint={t('activity.field.title.hint')}
        maxLength={120}
        required
      />
      <RadioGroup
        name="form"
        label={t('activity.field.form')}
        choices={activityForms.map((form) => ({ value: form, label: t(`activity.form.${form}`) }))}
        required
      />
      <TextField
        name="place"
        label={t('activity.field.place')}
        hint={t('activity.field.place.hint')}
        maxLength={120}
      />
      <RadioGroup
        name="level"
        label={t('activity.field.level')}
        choices={activityLevels.map((level) => ({
          value: level,
          label: t(`activity.level.${level}`),
        }))}
        required
      />
      <HomeField
        choices={choices}
        label={t('activity.field.home')}
        hint={t('activity.field.home.hint')}
      />
      <SelectField
        name="organiserId"
        label={t('activity.field.organiser')}
        choices={organisers.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
    </>
  )
}

function SessionFields({ row }: { row: number }) {
  const { t } = useI18n()
  const names = sessionFieldsOf(row)
  const isFirst = row === 1
  return (
    <fieldset className="form-part">
      <legend>{t('activity.session', { number: row })}</legend>
      <DateField name={names.day} label={t('activity.field.day')} required={isFirst} />
      <TextField
        name={names.start}
        label={t('activity.field.start')}
        hint={t('activity.time.hint')}
        width="short"
        inputMode="numeric"
        maxLength={5}
        required={isFirst}
      />
      <TextField
        name={names.end}
        label={t('activity.field.end')}
        width="short"
        inputMode="numeric"
        maxLength={5}
        required={isFirst}
      />
    </fieldset>
  )
}

interface BoxesProps {
  name: string
  label: string
  hint?: string
  choices: { value: string; label: string }[]
}

function Boxes({ name, label, hint, choices }: BoxesProps) {
  return (
    <fieldset className="field">
      <legend className="label">{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {choices.map((choice) => (
        <CheckboxField key={choice.value} name={name} {...choice} />
      ))}
    </fieldset>
  )
}

function WhomFields({ choices }: { choices: ActivityChoices }) {
  const { t } = useI18n()
  const { counties, nation, homeMunicipalities } = choices
  return (
    <fieldset className="form-part">
      <legend>{t('activity.part.whom')}</legend>
      <Boxes
        name="targetGroups"
        label={t('activity.field.groups')}
        hint={t('activity.field.groups.hint')}
        choices={targetedGroups.map((group) => ({
          value: group,
          label: t(`profession.${group}`),
        }))}
      />
      <details>
        <summary>{t('activity.field.counties')}</summary>
        <Boxes
          name="countyCodes"
          label={t('activity.field.counties')}
          hint={t('activity.field.counties.hint')}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </details>
      {/* Nearly three hundred boxes say nothing to who plans for the nation. */}
      {!nation && (
        <details>
          <summary>{t('activity.field.municipalities')}</summary>
          <Boxes
            name="municipalityCodes"
            label={t('activity.field.municipalities')}
            choices={homeMunicipalities.map(({ code, shortName }) => ({
              value: code,
              label: shortName,
            }))}
          />
        </details>
      )}
    </fieldset>
  )
}

function FollowUpFields() {
  const { t } = useI18n()
  return (
    <fieldset className="form-part">
      <legend>{t('activity.part.follow-up')}</legend>
      <Boxes
        name="rcPurposes"
        label={t('activity.field.purposes')}
        choices={rcPurposes.map((purpose) => ({
          value: String(purpose),
          label: t(`activity.purpose.${purpose}`),
        }))}
      />
      <Boxes
        name="strategyGoals"
        label={t('activity.field.goals')}
        choices={strategyGoals.map((goal) => ({
          value: String(goal),
          label: t(`activity.goal.${goal}`),
        }))}
      />
      <TextField
        name="projectYear"
        label={t('activity.field.project-year')}
        hint={t('activity.field.project-year.hint')}
        width="short"
        inputMode="numeric"
        maxLength={4}
      />
    </fieldset>
  )
}
