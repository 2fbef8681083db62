/** What a file of rows is refused for, whatever the rows are about. */
export const table = {
  'refusal.table.too-large': 'Filen är större än {megabytes} MB. Dela den i flera.',
  'refusal.table.not-a-table':
    'Filen går inte att läsa som en tabell. Spara den som CSV eller Excel (.xlsx) och försök igen.',
  'refusal.table.old-excel':
    'Filen är sparad i ett äldre format eller har lösenord. Spara den som .xlsx utan lösenord.',
  'refusal.table.quotes':
    'Citattecknen på rad {line} går inte ihop. Rätta dem, eller spara filen på nytt i Excel.',
  'refusal.table.too-many-rows': 'Filen har fler än {limit} rader. Dela den i flera.',
  'refusal.table.too-many-columns': 'Filen har fler än {limit} kolumner.',
  'refusal.table.no-rows': 'Filen har inga rader under kolumnernas namn.',
} as const
