import {
  countFieldOf,
  countSplits,
  plainFields,
  type ActivityField,
  type CountSplit,
} from '~/domain/activity/activity-columns.ts'
import type { Translate } from '~/i18n/translate.ts'
import { professionGroups } from '~/kernel/profession.ts'

/** What columns are called on screen and in the template, in the order of the template. */
export function activityFieldLabels(t: Translate): { field: ActivityField; label: string }[] {
  const splitLabel = (split: CountSplit, group: string) =>
    split === 'all' ? group : t(`activity-file.count.${split}`, { group })
  return [
    ...plainFields.map((field) => ({ field, label: t(`activity-file.field.${field}`) })),
    { field: 'participants' as const, label: t('activity-file.field.participants') },
    ...professionGroups.flatMap((group) =>
      countSplits.map((split) => ({
        field: countFieldOf(group, split),
        label: splitLabel(split, t(`profession.${group}`)),
      })),
    ),
  ]
}
