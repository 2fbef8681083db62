import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import type { Crumb } from '~/ui/page.tsx'
import { DateField } from '~/ui/text-fields.tsx'

/** The way from the register to a form about an organisation's units. */
export function useUnitCrumbs(organisation: { id: string; name: string }, page: string): Crumb[] {
  const { t } = useI18n()
  return [
    { label: t('units.from-register'), to: '/register' },
    { label: organisation.name, to: `/organisations/${organisation.id}/units` },
    { label: page },
  ]
}

interface UnitSelectProps {
  name: string
  label: string
  hint?: string
  /** In tree order. */
  units: { unitId: string; name: string; depth: number; placeName?: string }[]
  /** Whether each says where it lies. */
  withPlaces?: boolean
}

/** One unit of a tree. */
export function UnitSelect({ name, label, hint, units, withPlaces }: UnitSelectProps) {
  return (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      choices={units.map((unit) => ({
        value: unit.unitId,
        label: [
          `${'– '.repeat(unit.depth)}${unit.name}`,
          ...(withPlaces && unit.placeName ? [unit.placeName] : []),
        ].join(' · '),
      }))}
      required
    />
  )
}

/** The first day on which a change holds. */
export function FromDay({ earliest }: { earliest: Day }) {
  const { t, day } = useI18n()
  return (
    <DateField
      name="day"
      label={t('unit.day')}
      hint={t('unit.day.hint', { day: day(earliest) })}
      min={earliest}
      required
    />
  )
}
