import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import {
  closeUnitSchema,
  mergeOutcomes,
  mergeUnitSchema,
  moveUnitSchema,
  placeUnitSchema,
  renameUnitSchema,
  splitUnitSchema,
  type UnitDeed,
} from '~/domain/organisation/register.schema.ts'
import type { UnitPage } from '~/domain/organisation/unit-page.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { TextField } from '~/ui/text-fields.tsx'
import { PlaceSelect } from './place-select.tsx'
import { SplitFormFields } from './split-form-fields.tsx'
import { FromDay, UnitSelect } from './unit-form-parts.tsx'

interface UnitDeedFormProps {
  deed: UnitDeed
  view: UnitPage
}

const schemas = {
  rename: renameUnitSchema,
  move: moveUnitSchema,
  merge: mergeUnitSchema,
  split: splitUnitSchema,
  place: placeUnitSchema,
  close: closeUnitSchema,
} as const

/** What has to be told to do something to a unit. */
export function UnitDeedForm({ deed, view }: UnitDeedFormProps) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const { organisation, earliest } = view
  const fields: Record<UnitDeed, ReactNode> = {
    rename: <TextField name="name" label={t('unit.new-name')} maxLength={120} required />,
    move: <MoveFields {...view} />,
    merge: <MergeFields {...view} />,
    split: <SplitFormFields below={view.children} reply={reply} />,
    place: <PlaceFields {...view} />,
    close: <CloseFields {...view} />,
  }
  return (
    <ActionForm
      schema={schemas[deed]}
      hidden={{ intent: deed }}
      defaultValues={initialOf(deed, view)}
      submitLabel={t(`unit.deed.${deed}`)}
      submitVariant={deed === 'close' ? 'danger' : 'primary'}
      pendingLabel={t('register.saving')}
      reply={reply}
      beside={
        <ButtonLink to={`/organisations/${organisation.id}/units`} variant="quiet">
          {t('action.cancel')}
        </ButtonLink>
      }
    >
      {fields[deed]}
      {/* A place is put right for every day. */}
      {deed !== 'place' && <FromDay earliest={earliest} />}
    </ActionForm>
  )
}

/** What stands in a form from the start. */
function initialOf(deed: UnitDeed, { unit, day }: UnitPage): Record<string, string> {
  if (deed === 'place') return { place: unit.municipalityCode ?? unit.countyCode }
  return deed === 'rename' ? { day, name: unit.name } : { day }
}

/** The units that are neither this one nor below it. */
function othersOf({ tree, unit }: UnitPage) {
  const start = tree.findIndex(({ unitId }) => unitId === unit.unitId)
  if (start === -1) return tree
  const { depth } = tree[start]!
  const after = tree.findIndex((each, index) => index > start && each.depth <= depth)
  return tree.filter((_, index) => index < start || (after !== -1 && index >= after))
}

function MoveFields(view: UnitPage) {
  const { t } = useI18n()
  const units = othersOf(view).filter(({ unitId }) => unitId !== view.unit.parentUnitId)
  if (units.length === 0) return <p>{t('unit.nothing-to-choose')}</p>
  return (
    <UnitSelect
      name="parentUnitId"
      label={t('unit.parent')}
      hint={t('unit.parent.hint')}
      units={units}
    />
  )
}

/** More than so many units are too many to tick; then those beside the unit are shown. */
const mostToTick = 60

function MergeFields(view: UnitPage) {
  const { t } = useI18n()
  const { unit, isRoot } = view
  const all = othersOf(view).filter(({ unitId }) => unitId !== unit.parentUnitId)
  const beside = all.filter(({ parentUnitId }) => parentUnitId === unit.parentUnitId)
  const units = all.length > mostToTick ? beside.slice(0, mostToTick) : all
  if (units.length === 0) return <p>{t('unit.nothing-to-choose')}</p>
  const words = {
    this: t('unit.merge.this', { unit: unit.name }),
    other: t('unit.merge.other', { unit: unit.name }),
    new: t('unit.merge.new'),
  }
  return (
    <>
      <fieldset className="field">
        <legend className="label">{t('unit.merge.with')}</legend>
        {units.map((each) => (
          <CheckboxField
            key={each.unitId}
            name="unitIds"
            value={each.unitId}
            label={`${'– '.repeat(each.depth)}${each.name}`}
          />
        ))}
      </fieldset>
      <RadioGroup
        name="outcome"
        label={t('unit.merge.outcome')}
        defaultValue="this"
        choices={mergeOutcomes
          .filter((outcome) => outcome !== 'new' || !isRoot)
          .map((outcome) => ({ value: outcome, label: words[outcome] }))}
        required
      />
      {!isRoot && (
        <TextField
          name="name"
          label={t('unit.merge.name')}
          hint={t('unit.merge.name.hint')}
          maxLength={120}
        />
      )}
    </>
  )
}

function PlaceFields({ children, places, isRoot }: UnitPage) {
  const { t } = useI18n()
  return (
    <>
      <PlaceSelect
        places={places}
        label={t('register.place')}
        hint={isRoot ? t('unit.place.own-hint') : t('register.place.hint')}
      />
      {children.length > 0 && <CheckboxField name="withBelow" label={t('unit.place.with-below')} />}
    </>
  )
}

function CloseFields({ children }: UnitPage) {
  const { t } = useI18n()
  if (children.length === 0) return null
  return (
    <CheckboxField
      name="withBelow"
      label={t('unit.close.with-below', { count: children.length })}
    />
  )
}
