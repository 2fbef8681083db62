/** Headcounts by file. */
export const headcountFile = {
  'title.headcount-file': 'Antal anställda från fil',

  'headcount-file.title': 'Antal anställda från fil',
  'headcount-file.lead':
    'Först ser du vad filen skulle ändra. Inget ändras förrän du säger till, och du kan ångra i ett dygn.',
  'headcount-file.link': 'Läs in från fil',
  'headcount-file.several': 'Antal från fil',
  'headcount-file.upload.intro':
    'En rad för varje enhet och yrkesgrupp. Lämna enheten tom om antalet gäller hela organisationen. Yrkesgrupper skrivs med namn eller kod, dagen som 2026-03-31 och källan som egen uppgift, SCB eller uppskattning.',
  'headcount-file.upload.several':
    'Filen får gälla flera organisationer i ditt område. Skriv organisationsnummer eller namn på varje rad.',
  'headcount-file.status.failed': 'Gick inte att kontrollera',
  'headcount-file.upload.file': 'Fil med antal anställda',
  'headcount-file.upload.file.hint':
    'CSV eller Excel (.xlsx), högst {megabytes} MB och {rows} rader.',
  'headcount-file.empty.text': 'Hämta mallen och fyll i den.',
  'headcount-file.file.title': 'Fil med antal anställda',
  'headcount-file.column.organisation': 'Organisation',
  'headcount-file.column.unit': 'Enhet',
  'headcount-file.column.group': 'Yrkesgrupp',
  'headcount-file.column.headcount': 'Antal',
  'headcount-file.column.asOf': 'Datum',
  'headcount-file.column.source': 'Källa',
  'headcount-file.column.before': 'Gällde förut',
  'headcount-file.before': '{headcount} ({day}, {source})',
  'headcount-file.example.organisation': 'Exempel kommun',
  'headcount-file.lead.checked':
    'Filen ger {new} nya antal och ändrar {changed}. Inget är ändrat än.',
  'headcount-file.lead.applied': 'Klart. {new} nya antal och {changed} ändrade.',
  'headcount-file.outcome.new.means': 'Inget antal gällde den dagen.',
  'headcount-file.outcome.changed.means':
    'Antalet, dagen eller källan är en annan. Det förra finns kvar i historiken.',
  'headcount-file.undo.text':
    'Det som filen la till tas bort. Det som någon har angett sedan dess står kvar. Går till {moment}.',
  'headcount-file.reason.personal-number':
    'Något ser ut som ett personnummer eller samordningsnummer. Raden är inte sparad. Ta bort numret.',
  'headcount-file.reason.organisation-missing': 'Organisation saknas.',
  'headcount-file.reason.organisation-unknown':
    'Organisationen finns inte i ditt område. Skriv organisationsnummer, eller namnet som i registret.',
  'headcount-file.reason.organisation-ambiguous':
    'Flera organisationer heter så eller har det numret. Läs in den på organisationens egen sida.',
  'headcount-file.reason.organisation-other': 'Raden gäller en annan organisation än den här.',
  'headcount-file.reason.unit-unknown': 'Enheten finns inte i organisationen.',
  'headcount-file.reason.unit-ambiguous':
    'Flera enheter heter så. Skriv även enheten ovanför: Förvaltning / Enhet.',
  'headcount-file.reason.group-missing': 'Yrkesgrupp saknas.',
  'headcount-file.reason.group-unknown':
    'Yrkesgruppen är okänd. Skriv en av de nationella grupperna.',
  'headcount-file.reason.number-missing': 'Antal saknas.',
  'headcount-file.reason.number-unreadable': 'Antalet ska vara ett helt tal, högst 999 999.',
  'headcount-file.reason.day-missing': 'Datum saknas.',
  'headcount-file.reason.day-unreadable':
    'Datumet går inte att läsa. Skriv till exempel 2026-03-31.',
  'headcount-file.reason.day-ahead': 'Dagen har inte varit än.',
  'headcount-file.reason.day-too-early': 'Dagen är före år 2000.',
  'headcount-file.reason.source-missing': 'Källa saknas.',
  'headcount-file.reason.source-unknown':
    'Källan är okänd. Skriv egen uppgift, SCB eller uppskattning.',
  'headcount-file.reason.row-twice':
    'Samma enhet, yrkesgrupp och dag står på flera rader. Behåll den som stämmer.',
} as const
