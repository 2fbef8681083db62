/** Completions that were earned before Samsyn or elsewhere, taken in by file. */
export const earlier = {
  'title.earlier': 'Tidigare genomföranden',

  'earlier.title': 'Tidigare genomföranden',
  'earlier.lead':
    'Läs in vad era medarbetare har gått före Samsyn eller någon annanstans. Filen kontrolleras först, och inget läggs till förrän du säger till.',
  'earlier.upload.intro':
    'Skriv inte personnummer eller samordningsnummer i filen. Rader som har det tas inte emot.',
  'earlier.upload.file': 'Fil med genomföranden',
  'earlier.upload.file.hint': 'CSV eller Excel (.xlsx), högst {megabytes} MB och {rows} rader.',
  'earlier.upload.send': 'Kontrollera filen',
  'earlier.upload.busy': 'Kontrollerar …',
  'earlier.columns': 'Så ska filen se ut',
  'earlier.columns.intro':
    'En rad per person och modul. Den första raden har kolumnernas namn, i vilken ordning som helst. Andra kolumner lämnas utanför.',
  'earlier.column.email': 'e-post',
  'earlier.column.email.text':
    'Adressen som personen själv har bekräftat i Samsyn. Behövs om anställningsnummer saknas.',
  'earlier.column.number': 'anställningsnummer',
  'earlier.column.number.text':
    'Personens nummer hos er. Behövs om e-post saknas. Det anges när ni bekräftar personen, eller sparas från en rad som har både e-post och nummer.',
  'earlier.column.module': 'modul',
  'earlier.column.module.text':
    'Modulens kortnamn eller titel, till exempel {slug}. Ett kursnamn står för kursens alla moduler.',
  'earlier.column.module.example': 'modulens-kortnamn',
  'earlier.column.day': 'datum',
  'earlier.column.day.text':
    'Dagen då personen blev klar: 2026-03-31, 20260331 eller ett datum i Excel.',
  'earlier.column.evidence': 'underlag',
  'earlier.column.evidence.text':
    'Vad som visar det, högst 200 tecken. Till exempel ”Intyg från webbkursen”.',
  'earlier.column.evidence.example': 'Intyg från webbkursen',
  'earlier.head.module': 'Modul',
  'earlier.head.day': 'Datum',
  'earlier.head.evidence': 'Underlag',
  'earlier.column.row': 'Rad',
  'earlier.column.person': 'Person',
  'earlier.column.reason': 'Varför',
  'earlier.column.count': 'Antal',
  'earlier.column.adds': 'Lägger till',
  'earlier.unit.rows': 'rader',
  'earlier.unit.completions': 'genomföranden',
  'earlier.names': 'Moduler och kurser',
  'earlier.names.intro':
    'Det här kan stå i kolumnen modul. Skriv kortnamnet när två har samma titel.',
  'earlier.names.caption': 'Moduler och kurser som filen kan namnge',
  'earlier.names.title': 'Titel',
  'earlier.names.slug': 'Kortnamn',
  'earlier.names.kind': 'Typ',
  'earlier.names.course': 'Kurs: alla dess moduler',
  'earlier.names.module': 'Modul',
  'earlier.imports.file': 'Fil',
  'earlier.imports.checked': 'Kontrollerad',
  'earlier.imports.empty.text': 'Börja med att hämta mallen och fylla i den.',
  'earlier.status.checking': 'Kontrolleras',
  'earlier.status.received': 'Gick inte att kontrollera',
  'earlier.status.checked': 'Kontrollerad, inte tillagd',
  'earlier.status.applying': 'Läggs till',
  'earlier.status.undoing': 'Ångras',
  'earlier.status.applied': 'Tillagd',
  'earlier.status.undone': 'Ångrad',
  'earlier.outcome.new': 'Nya',
  'earlier.outcome.held': 'Finns redan',
  'earlier.outcome.refused': 'Går inte',
  'earlier.rows': { one: '{count} rad', other: '{count} rader' },
  'earlier.rows.held': {
    one: '{count} rad, samma person, modul och dag',
    other: '{count} rader, samma person, modul och dag',
  },

  'earlier.import.title': 'Inläst fil',
  'earlier.lead.not-checked': 'Filen gick inte att kontrollera. Inget är tillagt.',
  'earlier.lead.checked': {
    one: 'Filen lägger till {count} genomförande. Inget är tillagt än.',
    other: 'Filen lägger till {count} genomföranden. Inget är tillagt än.',
  },
  'earlier.lead.nothing': 'Filen lägger inte till något.',
  'earlier.lead.applied': {
    one: '{count} genomförande är tillagt.',
    other: '{count} genomföranden är tillagda.',
  },
  'earlier.lead.too-old': 'Kontrollen är för gammal. Inget är tillagt.',
  'earlier.lead.undone': 'Det som filen lade till är borttaget.',
  'earlier.same-file': 'Samma fil är redan tillagd',
  'earlier.same-file.text': 'Den lades till {moment}. Det som redan finns läggs inte till igen.',
  'earlier.apply': 'Lägg till',
  'earlier.apply.text':
    'Allt läggs till på en gång, eller inget. Kontrollen gäller till {moment}; efter det raderas den.',
  'earlier.apply.button': {
    one: 'Lägg till {count} genomförande',
    other: 'Lägg till {count} genomföranden',
  },
  'earlier.apply.busy': 'Lägger till …',
  'earlier.apply.not': 'Lägg inte till',
  'earlier.undo': 'Ångra',
  'earlier.undo.text':
    'Till {moment} kan du ta bort det som filen lade till. Annat som personerna har gått står kvar.',
  'earlier.undo.button': 'Ta bort det som filen lade till',
  'earlier.undo.busy': 'Tar bort …',
  'earlier.over.checked': 'Det finns inget att lägga till. Rätta filen och läs in den igen.',
  'earlier.over.too-old': 'Kontrollen är för gammal. Läs in filen igen.',
  'earlier.over.applied': 'Det har gått mer än ett dygn, så importen går inte längre att ångra.',
  'earlier.over.undone': 'Vill du lägga till igen läser du in filen på nytt.',
  'earlier.fresh': 'Nya rader',
  'earlier.shown': {
    one: '{shown} av {count} rad visas',
    other: '{shown} av {count} rader visas',
  },
  'earlier.added': 'Tillagt',
  'earlier.added.shown': {
    one: '{shown} av {count} genomförande visas',
    other: '{shown} av {count} genomföranden visas',
  },
  'earlier.refused': 'Rader som inte går',
  'earlier.refused.intro': 'Övriga rader kan läggas till ändå. Rätta de här och läs in dem igen.',
  'earlier.refused.after':
    'De här raderna lade inte till något. Rätta dem i din fil och läs in dem igen.',
  'earlier.refused.download': 'Hämta alla rader som inte går (CSV)',
  'earlier.reasons.caption': 'Varför rader inte går',
  'earlier.csv.row': 'rad',
  'earlier.csv.reason': 'varför',

  'earlier.reason.personal-number':
    'Raden har något som ser ut som ett personnummer eller samordningsnummer. Inget av raden är sparat.',
  'earlier.reason.person-missing': 'E-post och anställningsnummer saknas.',
  'earlier.reason.person-unknown':
    'Ingen hos er har den bekräftade adressen eller anställningsnumret.',
  'earlier.reason.person-differs': 'Adressen och numret hör inte till samma person hos er.',
  'earlier.reason.number-shared': 'Flera har samma anställningsnummer. Skriv bara e-post.',
  'earlier.reason.module-missing': 'Modul saknas.',
  'earlier.reason.module-unknown': 'Ingen modul eller kurs heter så.',
  'earlier.reason.module-ambiguous': 'Flera heter så. Skriv kortnamnet.',
  'earlier.reason.day-missing': 'Datum saknas.',
  'earlier.reason.day-unreadable': 'Datumet går inte att läsa. Skriv det som 2026-03-31.',
  'earlier.reason.day-ahead': 'Dagen har inte varit än.',
  'earlier.reason.day-too-early': 'Dagen ligger före år 2000.',
  'earlier.reason.evidence-missing': 'Underlag saknas.',
  'earlier.reason.evidence-too-long': 'Underlaget är längre än 200 tecken.',

  'refusal.earlier.changed':
    'Något har ändrats sedan kontrollen. Filen är kontrollerad på nytt och inget är tillagt. Se över siffrorna och lägg till igen.',
  'refusal.earlier.too-many-completions':
    'Filen har fler än {limit} genomföranden när kursernas alla moduler räknas. Dela den i flera.',
  'refusal.earlier.not-checked': 'Filen är redan tillagd eller ångrad.',
  'refusal.earlier.check-too-old':
    'Kontrollen är äldre än ett dygn. Läs in filen igen, så kontrolleras den på nytt.',
  'refusal.earlier.nothing-new': 'Filen lägger inte till något.',
  'refusal.earlier.not-applied': 'Filen är inte tillagd, så det finns inget att ångra.',
  'refusal.earlier.undo-too-late':
    'Det har gått mer än ett dygn, så importen går inte längre att ångra.',
} as const
