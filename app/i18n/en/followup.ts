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
  'followup.csv.suppressed': 'hidden',
  'followup.csv.yes': 'yes',
  'followup.csv.no': 'no',
  'followup.place.placeless': '{county}, units in no municipality',

  'export.label': 'Coverage on {day}: employments with a module completed, of those required',
  'export.source': 'Samsyn, taken out {moment}',
  'export.sheet.figures': 'Figures',
  'export.sheet.definitions': 'Definitions',
  'export.dimension.module': 'Module',
  'export.dimension.place': 'Place',
  'export.dimension.professionGroup': 'Profession group',
  'export.dimension.measure': 'Measure',
  'export.dimension.asOf': 'As of',
  'export.column.module-code': 'Module code',
  'export.column.county-code': 'County code',
  'export.column.county': 'County',
  'export.column.municipality-code': 'Municipality code',
  'export.column.municipality': 'Municipality',
  'export.column.status': 'Status',
  'export.column.source': 'Source of the number',
  'export.column.taken-on': 'Taken out on',
  'export.definition.term': 'Term',
  'export.definition.text': 'Meaning',
  'export.definition.taken-at': 'Taken out at',
  'export.definition.figures': 'What the figures are about',
  'export.definition.source': 'Source',
  'export.unit.employments': 'employments',
  'export.unit.percent': 'per cent',
  'export.unit.units': 'units',
  'export.unit.persons': 'persons',
  'export.measure.held': 'Held',
  'export.measure.required': 'Required',
  'export.measure.share': 'Coverage (%)',
  'export.measure.gap': 'Missing',
  'export.measure.heldUncounted': 'Counted apart',
  'export.measure.heldImported': 'Of which imported',
  'export.measure.uncountedImported': 'Counted apart, of which imported',
  'export.measure.importedLeftOut': 'Imported, left out',
  'export.measure.unknownUnits': 'Unknown units',
  'export.measure.persons': 'Persons',
  'export.measure.share.text':
    'Held of required, in per cent with one decimal. Over 100 where more have completed than were declared.',
  'export.measure.gap.text': 'Required less held, never below nought.',
  'export.measure.heldImported.text':
    'Those of held that rest on nothing but an imported completion, from before Samsyn or from elsewhere.',
  'export.measure.uncountedImported.text':
    'Those counted apart that rest on nothing but an imported completion.',
  'export.measure.importedLeftOut.text':
    'Employments with nothing but an imported completion, when the rule of the day is that imported ones do not count.',
  'export.measure.unknownUnits.text':
    'Units with confirmed employees or an assignment, and no number that covers them.',
  'export.status.known': 'The whole number has been declared.',
  'export.status.partly': 'Partly known: one unit or more lack a number and are not included.',
  'export.status.unknown':
    'Unknown: no number has been declared, or the measure is not told apart here.',
  'export.status.none': 'Cannot exist: nobody needs the module, so there is no share.',
  'export.status.suppressed':
    'Hidden: too few to be told without telling of somebody. Nothing is hidden yet, but the sign is settled.',
  'export.note.mixed':
    'The mixed group is only for registering several people at once. Nobody is employed in it, so it has no coverage.',
  'export.note.imported':
    'Imported completions count as held on this day. How many they are stands as measures of their own.',
  'export.note.imported-left-out':
    'Imported completions do not count as held on this day. How many they are is a measure of its own.',
  'export.note.headcounts':
    'How many need the module comes from the organisations themselves, from Statistics Sweden or from estimates. Each row of the CSV and Excel files names its source; in JSON-stat it stands in extension.sources.',

  'nation.title': 'National picture',
  'nation.export': 'Download the table (CSV)',
  'nation.export.xlsx': 'Download an Excel file',
  'nation.export.json': 'Download JSON-stat',
  'nation.export.title': 'Download the figures',
  'nation.export.intro':
    'Every file has the same figures as the page, with source and day. The definitions come along in the Excel file and in JSON-stat; for CSV they stand on this page.',
  'nation.export.all': 'All modules, county by county',
  'nation.export.all.csv': 'CSV of all modules',
  'nation.export.all.xlsx': 'Excel file of all modules',
  'nation.export.all.json': 'JSON-stat of all modules',
  'nation.export.api': 'How another system fetches the figures',
  'nation.remedy':
    'No organisation has declared how many they are. Ask the counties’ trainers to help them.',
  'nation.map': 'Map',
  'nation.map.label': 'Counties by share who have completed ‘{module}’, {day}',
  'nation.counties': 'Counties',
  'nation.counties.caption':
    'Employments with ‘{module}’ completed out of those required, in units in the county, {day}',
  'nation.column.county': 'County',

  'refusal.followup.module-unknown': 'There is no such module, or it has never been published.',
  'refusal.followup.place-unknown': 'There is no such county or municipality.',
  'refusal.followup.level-above':
    'The level lies above the place that is asked for. Choose county or municipality for a county, and municipality for a municipality.',
  'refusal.followup.day-ahead': 'That day has not come yet. Choose today or an earlier day.',
}
