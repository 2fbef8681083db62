/** Activities that were held before Samsyn, taken in by file. */
export const activityFile = {
  'title.activity-file': 'Tidigare insatser från fil',

  'activity-file.link': 'Läs in tidigare insatser',
  'activity-file.title': 'Tidigare insatser från fil',
  'activity-file.lead':
    'Läs in insatser som redan är genomförda. Först ser du vad filen skulle göra. Inget ändras förrän du säger till, och du kan ångra i ett dygn.',
  'activity-file.upload.intro':
    'Skriv inget om enskilda personer eller ärenden. Rader som har något som ser ut som ett personnummer tas inte emot.',
  'activity-file.upload.file': 'Fil med insatser',
  'activity-file.imports': 'Filer som du har läst in',
  'activity-file.imports.empty.text': 'Hämta mallen, eller utgå från en lista som du redan har.',

  'activity-file.columns.intro':
    'Rubrik, typ, form, nivå, datum och timmar behövs, liksom antalet deltagare: alla tillsammans eller grupp för grupp.',
  'activity-file.count.K': '{group}, kvinnor',
  'activity-file.count.M': '{group}, män',
  'activity-file.field.title': 'Rubrik',
  'activity-file.field.type': 'Typ',
  'activity-file.field.form': 'Form',
  'activity-file.field.level': 'Nivå',
  'activity-file.field.date': 'Datum',
  'activity-file.field.start': 'Starttid',
  'activity-file.field.hours': 'Timmar',
  'activity-file.field.place': 'Lokal eller adress',
  'activity-file.field.organiser': 'Arrangör',
  'activity-file.field.home': 'Räknas i',
  'activity-file.field.from': 'Deltagarnas kommun eller län',
  'activity-file.field.counties': 'Län',
  'activity-file.field.municipalities': 'Kommuner',
  'activity-file.field.targetGroups': 'Målgrupper',
  'activity-file.field.rcPurposes': 'RC-delsyfte',
  'activity-file.field.strategyGoals': 'Strategimål',
  'activity-file.field.projectYear': 'Projektår',
  'activity-file.field.participants': 'Deltagare, alla grupper',
  'activity-file.example.title': 'Hedersrelaterat våld: upptäcka och fråga',
  'activity-file.example.place': 'Stadshuset',
  'activity-file.example.organiser': 'Länsstyrelsen Gävleborg',
  'activity-file.example.home': 'Gävleborgs län',
  'activity-file.example.from': 'Gävle kommun',
  'activity-file.example.municipalities': 'Gävle, Sandviken',
  'activity-file.rest': 'När raden inte säger något',
  'activity-file.rest.intro':
    'Det här gäller rader där cellen är tom eller kolumnen saknas. Väljer du inget går de raderna inte in.',
  'activity-file.rest.home': 'Insatsen räknas i',
  'activity-file.rest.organiser': 'Arrangör',
  'activity-file.rest.none': 'Inget: raderna går inte in',
  'activity-file.rest.from': 'Deltagarna arbetade där insatsen räknas',
  'activity-file.rest.from.hint':
    'Kryssa bara om du vet att det var så. Annars räknas deltagarna som ”okänt län”.',

  'activity-file.file.title': 'Fil med insatser',
  'activity-file.lead.checked':
    'Inget är ändrat än. Filen skulle ge {new} nya och ändra {changed}.',
  'activity-file.lead.applied': 'Klart. {new} nya och {changed} ändrade.',
  'activity-file.apply.text':
    'Allt läses in på en gång, eller inget, som genomförda insatser. Kontrollen gäller till {moment}; efter det raderas den.',
  'activity-file.undo.text':
    'Till {moment} kan du ångra filen. Insatser som någon har ändrat sedan dess står kvar.',
  'activity-file.change-said': 'Ändra vad kolumnerna betyder',
  'activity-file.undone.removed': 'Insatser som togs bort',
  'activity-file.undone.restored': 'Insatser som är som de var',
  'activity-file.undone.kept': 'Insatser som står kvar, för att någon har ändrat dem sedan dess',
  'activity-file.outcome.new.means': 'Finns inte i Samsyn. Läggs till som genomförda.',
  'activity-file.outcome.changed.means': 'Är inlästa tidigare, men något är annorlunda i filen.',
  'activity-file.outcome.unchanged.means': 'Är inlästa tidigare och stämmer.',
  'activity-file.outcome.refused.means': 'Hoppas över tills de är rättade.',
  'activity-file.column.activity': 'Insats',
  'activity-file.change.title': 'rubrik',
  'activity-file.change.form': 'form',
  'activity-file.change.level': 'nivå',
  'activity-file.change.place': 'lokal',
  'activity-file.change.hours': 'timmar',
  'activity-file.change.organiser': 'arrangör',
  'activity-file.change.counties': 'län',
  'activity-file.change.municipalities': 'kommuner',
  'activity-file.change.targetGroups': 'målgrupper',
  'activity-file.change.rcPurposes': 'delsyfte',
  'activity-file.change.strategyGoals': 'strategimål',
  'activity-file.change.projectYear': 'projektår',
  'activity-file.change.counts': 'antal deltagare',
  'activity-file.imported': 'Inläst från fil',

  'activity-file.reason.personal-number':
    'Raden har något som ser ut som ett personnummer eller samordningsnummer. Inget av raden är sparat.',
  'activity-file.reason.title-missing': 'Rubriken saknas eller är kortare än tre tecken.',
  'activity-file.reason.title-long': 'Rubriken är längre än 120 tecken.',
  'activity-file.reason.type-unknown':
    'Typen känns inte igen. Skriv till exempel Utbildning, Föreläsning eller Handledning.',
  'activity-file.reason.type-elsewhere':
    'Konsultationer räknas på en egen sida, och webbkursen räknar sig själv. De läses inte in här.',
  'activity-file.reason.form-unknown':
    'Formen känns inte igen. Skriv fysiskt, digitalt eller hybrid.',
  'activity-file.reason.level-unknown':
    'Nivån känns inte igen. Skriv grund, yrke eller fördjupning.',
  'activity-file.reason.date-unreadable': 'Datumet går inte att läsa. Skriv det som 2026-03-31.',
  'activity-file.reason.date-ahead':
    'Datumet ligger framåt i tiden. Planera insatsen i Samsyn i stället.',
  'activity-file.reason.start-unreadable': 'Starttiden går inte att läsa. Skriv den som 13:00.',
  'activity-file.reason.hours-unreadable':
    'Timmarna går inte att läsa. Skriv dem som 2,5, högst 24. Flera dagar är flera rader.',
  'activity-file.reason.over-midnight':
    'Insatsen skulle sluta efter midnatt. Dela den i en rad för varje dag.',
  'activity-file.reason.place-missing': 'Lokal eller adress behövs, om inte allt var digitalt.',
  'activity-file.reason.place-long': 'Lokalen är längre än 120 tecken.',
  'activity-file.reason.home-missing':
    'Det framgår inte i vilket län eller vilken kommun den räknas.',
  'activity-file.reason.home-unknown': 'Inget län och ingen kommun heter så.',
  'activity-file.reason.home-ambiguous':
    'Både ett län och en kommun heter så. Skriv till exempel Gotlands län eller Gotlands kommun.',
  'activity-file.reason.home-elsewhere':
    'Insatsen räknas i ett län eller en kommun som inte är ditt.',
  'activity-file.reason.organiser-missing': 'Arrangör saknas.',
  'activity-file.reason.organiser-unknown':
    'Ingen organisation i Samsyn heter så. Skriv namnet som det står i registret.',
  'activity-file.reason.organiser-ambiguous': 'Flera organisationer heter så.',
  'activity-file.reason.from-unknown':
    'Deltagarnas kommun eller län känns inte igen. Skriv till exempel Gävle kommun.',
  'activity-file.reason.county-unknown': 'Ett län känns inte igen.',
  'activity-file.reason.municipality-unknown': 'En kommun känns inte igen.',
  'activity-file.reason.group-unknown':
    'En målgrupp känns inte igen. Statistiken har nio grupper; skilj dem åt med semikolon.',
  'activity-file.reason.purpose-unknown': 'RC-delsyftet är inte 1, 2 eller 3.',
  'activity-file.reason.goal-unknown': 'Strategimålet är inte 2, 3 eller 4.',
  'activity-file.reason.year-unreadable': 'Projektåret går inte att läsa. Skriv det som 2025.',
  'activity-file.reason.count-unreadable':
    'Ett antal går inte att läsa. Skriv hela tal, högst 9999.',
  'activity-file.reason.count-missing': 'Antal deltagare saknas. Skriv 0 om ingen kom.',
  'activity-file.reason.counts-differ':
    'Antalen stämmer inte med varandra: delarna är fler än det hela, eller summan en annan.',
  'activity-file.reason.row-twice': 'Samma insats står längre upp i filen.',
  'activity-file.reason.there-already':
    'Insatsen finns redan, planerad i Samsyn. Rätta den där, så räknas den inte två gånger.',
  'activity-file.reason.changed-by-hand':
    'Insatsen är inläst tidigare och har sedan fått deltagare eller ändrats i Samsyn. Rätta den där.',

  'refusal.activity-file.no-heads':
    'Den första raden ska ha kolumnernas namn, till exempel Rubrik, Typ och Datum.',
  'refusal.activity-file.column-missing':
    'Välj kolumner för rubrik, typ, form, nivå, datum och timmar.',
} as const
