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
  'refusal.table.columns-missing':
    'Filen saknar kolumnen {missing}. Den första raden ska ha kolumnernas namn, som i mallen.',
  'refusal.table.column-twice': 'Kolumnen {column} finns två gånger. Ta bort den ena.',
  'refusal.file.busy': 'Filen håller på att behandlas. Vänta tills det är klart.',
  'refusal.file.not-checked': 'Filen är inte kontrollerad, eller redan inläst.',
  'refusal.file.check-too-old': 'Kontrollen är äldre än ett dygn. Skicka filen igen.',
  'refusal.file.nothing-new': 'Filen ändrar inget.',
  'refusal.file.applied-already': 'Filen är redan inläst. Skicka en ny fil.',
  'refusal.file.undone-already': 'Filen är ångrad. Skicka den igen om du vill läsa in den.',
  'refusal.file.not-applied': 'Filen är inte inläst, så det finns inget att ångra.',
  'refusal.file.undo-too-late': 'Det har gått mer än ett dygn, så filen går inte längre att ångra.',
} as const
