import { countedGroups } from '~/domain/organisation/organisation.ts'
import { ssykCodes, ssykGroups } from '~/domain/organisation/ssyk.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { SelectField } from '~/ui/choice-fields.tsx'

/** The occupation that a sub-group is, among those of some national groups: all when left out. */
export function SsykField({ within = countedGroups }: { within?: readonly ProfessionGroup[] }) {
  const { t } = useI18n()
  return (
    <SelectField
      name="ssykCode"
      label={t('sub-group.ssyk')}
      hint={t('sub-group.ssyk.hint')}
      emptyLabel={t('sub-group.ssyk.none')}
      choices={within
        .map((group) => ({
          label: t(`profession.${group}`),
          choices: ssykCodes
            .filter((code) => ssykGroups[code] === group)
            .map((code) => ({ value: code, label: `${code} ${t(`occupation.${code}`)}` })),
        }))
        .filter(({ choices }) => choices.length > 0)}
    />
  )
}
