import type { followup as sv } from '../sv/followup.ts'
import type { Translated } from '../translate.ts'

export const followup: Translated<typeof sv> = {
  'title.nation': 'National picture',
  'title.county': 'County',

  'followup.nation': 'Sweden',
  'followup.column.persons': 'Persons',
  'followup.unit.persons': 'completed',
  'followup.not-told': 'not shown apart',
  'followup.csv.all-groups': 'All',
  'followup.csv.known': 'known',
  'followup.csv.partly': 'partly',
  'followup.csv.unknown': 'unknown',

  'nation.title': 'National picture',
  'nation.export': 'Download the table (CSV)',
  'nation.remedy':
    'No organisation has declared how many they are. Ask the counties’ trainers to help them.',
  'nation.map': 'Map',
  'nation.map.label': 'Counties by share who have completed ‘{module}’, {day}',
  'nation.counties': 'Counties',
  'nation.counties.caption':
    'Employments with ‘{module}’ completed out of those required, in units in the county, {day}',
  'nation.column.county': 'County',

  'refusal.followup.module-unknown': 'There is no such module, or it has never been published.',
  'refusal.followup.day-ahead': 'That day has not come yet. Choose today or an earlier day.',
}
