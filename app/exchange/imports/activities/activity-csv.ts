import type { ActivityField } from '~/domain/activity/activity-columns.ts'
import type { ActivityReason } from '~/domain/activity/activity-row.ts'
import type { Translate } from '~/i18n/translate.ts'
import { csvFile } from '../../exports/csv.ts'
import { activityFieldLabels } from './activity-field-labels.ts'

/** A file of activities with the right heads, and one row that shows how. */
export function activityTemplateCsv(t: Translate): string {
  const fields = activityFieldLabels(t)
  const example: Partial<Record<ActivityField, string>> = {
    title: t('activity-file.example.title'),
    type: t('activity.type.lecture'),
    form: t('activity.form.on-site'),
    level: t('activity.level.basic'),
    date: '2025-10-14',
    start: '13:00',
    hours: '2,5',
    place: t('activity-file.example.place'),
    organiser: t('activity-file.example.organiser'),
    home: t('activity-file.example.home'),
    from: t('activity-file.example.from'),
    counties: '',
    municipalities: t('activity-file.example.municipalities'),
    targetGroups: `${t('profession.school')}; ${t('profession.social-services')}`,
    rcPurposes: '2, 3',
    strategyGoals: '4',
    projectYear: '2025',
    participants: '34',
    'count-school-all': '22',
    'count-school-K': '15',
    'count-school-M': '5',
    'count-social-services-all': '12',
  }
  return csvFile(
    fields.map(({ label }) => label),
    [fields.map(({ field }) => example[field] ?? '')],
  )
}

/**
 * The refused rows as the file had them, with why; corrected, the file can be read in again as it is.
 * @param t the texts of the reader's language
 */
export function refusedActivitiesCsv(
  refused: {
    heads: string[]
    rows: { rowNumber: number; reason: ActivityReason; cells: string[] }[]
  },
  t: Translate,
): string {
  const { heads, rows } = refused
  return csvFile(
    [t('earlier.csv.row'), t('earlier.csv.reason'), ...heads],
    rows.map(({ rowNumber, reason, cells }) => [
      rowNumber,
      t(`activity-file.reason.${reason}`),
      ...heads.map((_, place) => cells[place] ?? ''),
    ]),
  )
}
