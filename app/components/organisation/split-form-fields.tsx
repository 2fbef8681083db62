import { useState } from 'react'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { longestName, mostParts, partField } from '~/domain/organisation/register.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { Button } from '~/ui/button.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { useHydrated } from '~/ui/hydrated.ts'
import { TextField } from '~/ui/text-fields.tsx'
import { fewestParts, otherCount } from './split-fields.ts'

interface SplitFormFieldsProps {
  /** The units below the one that is split. */
  below: { unitId: string; name: string }[]
  reply: FormReply | undefined
}

/** What a unit is split into, and where what it has goes. */
export function SplitFormFields({ below, reply }: SplitFormFieldsProps) {
  const { t } = useI18n()
  const hydrated = useHydrated()
  const [count, setCount] = useState(Number(reply?.values?.partCount ?? fewestParts))
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const parts = numbers.slice(1).map((number) => ({
    value: String(number - 1),
    label: t('unit.split.part', { number }),
  }))
  const first = t('unit.split.part', { number: 1 })
  return (
    <>
      <input type="hidden" name="partCount" value={count} />
      {/* Enter in a field presses the form's first button, which is not to be one that adds a part. */}
      {!hydrated && <button type="submit" hidden tabIndex={-1} aria-hidden="true" />}
      {numbers.map((number) => (
        <TextField
          key={number}
          name={partField(number)}
          label={t('unit.split.name', { number })}
          maxLength={longestName}
          required
        />
      ))}
      <PartButtons count={count} onChange={setCount} />
      <fieldset className="field">
        <legend className="label">{t('unit.split.groups')}</legend>
        {countedGroups.map((group) => (
          <SelectField
            key={group}
            name={`group-${group}`}
            label={t(`profession.${group}`)}
            emptyLabel={first}
            choices={parts}
          />
        ))}
      </fieldset>
      {below.length > 0 && (
        <fieldset className="field">
          <legend className="label">{t('unit.split.below')}</legend>
          {below.map(({ unitId, name }) => (
            <SelectField
              key={unitId}
              name={`below-${unitId}`}
              label={name}
              emptyLabel={first}
              choices={parts}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

interface PartButtonsProps {
  count: number
  onChange: (count: number) => void
}

/** Posts the form for another number of parts; with JavaScript they change at once. */
function PartButtons({ count, onChange }: PartButtonsProps) {
  const { t } = useI18n()
  const hydrated = useHydrated()
  const steps = [
    ...(count < mostParts ? (['more'] as const) : []),
    ...(count > fewestParts ? (['fewer'] as const) : []),
  ]
  return (
    <div className="actions">
      {steps.map((step) => (
        <Button
          key={step}
          // Enter in a field sends the form and adds no part.
          type={hydrated ? 'button' : 'submit'}
          name="step"
          value={step}
          formNoValidate
          onClick={() => onChange(otherCount(count, step))}
        >
          {t(`unit.split.${step}`, { number: count })}
        </Button>
      ))}
    </div>
  )
}
