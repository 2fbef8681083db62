/** The people of an organisation, taken in by file. */
export const peopleFile = {
  'title.people-file': 'Personer från fil',

  'people-file.title': 'Personer från fil',
  'people-file.lead':
    'Läs in vilka som arbetar hos er. Först ser du vad filen skulle ändra. Inget ändras förrän du säger till, och du kan ångra i ett dygn.',
  'people-file.upload': 'Läs in en fil',
  'people-file.upload.intro':
    'Skriv inte personnummer eller samordningsnummer i filen. Rader som har det tas inte emot.',
  'people-file.upload.columns':
    'Första raden ska ha kolumnernas namn. Vad de heter spelar ingen roll, du väljer i nästa steg vad de betyder.',
  'people-file.template': 'Hämta en mall (CSV)',
  'people-file.upload.file': 'Fil med personer',
  'people-file.upload.file.hint':
    'CSV, högst {megabytes} MB och {rows} rader. Excel (.xlsx) går också, om filen är mindre.',
  'people-file.upload.send': 'Skicka filen',
  'people-file.upload.busy': 'Skickar …',
  'people-file.imports': 'Inlästa filer',
  'people-file.imports.caption': 'De senaste filerna, högst 50',
  'people-file.imports.file': 'Fil',
  'people-file.imports.status': 'Läge',
  'people-file.imports.brought': 'Skickad',
  'people-file.imports.file.from': 'Fil från {moment}',
  'people-file.imports.bringer': 'Skickad av',
  'people-file.imports.rows': 'Rader',
  'people-file.imports.empty': 'Ingen fil är inläst än',
  'people-file.imports.empty.text': 'Hämta mallen, eller ta ut en lista ur ert personalsystem.',
  'people-file.status.receiving': 'Tas emot',
  'people-file.status.received': 'Väntar på att kolumnerna väljs',
  'people-file.status.checking': 'Kontrolleras',
  'people-file.status.checked': 'Kontrollerad, inget är ändrat',
  'people-file.status.applying': 'Läses in',
  'people-file.status.applied': 'Inläst',
  'people-file.status.undoing': 'Ångras',
  'people-file.status.undone': 'Ångrad',

  'people-file.columns.title': 'Vad kolumnerna betyder',
  'people-file.columns.lead':
    'Se efter att varje kolumn betyder det du menar. Valen sparas till nästa fil. Inget ändras av det här steget.',
  'people-file.columns': 'Kolumner',
  'people-file.columns.intro':
    'E-post eller anställningsnummer behövs för att känna igen en person. Nya personer behöver namn och e-post.',
  'people-file.columns.nameless': 'Kolumn {place}',
  'people-file.columns.sample': 'I filen: {samples}',
  'people-file.columns.blank': 'Tom i de första raderna',
  'people-file.columns.unused': 'Används inte',
  'people-file.columns.submit': 'Kontrollera filen',
  'people-file.columns.busy': 'Börjar …',
  'people-file.columns.leave': 'Avbryt',
  'people-file.columns.change': 'Ändra kolumner, yrken eller om alla är med',
  'people-file.field.givenName': 'Förnamn',
  'people-file.field.familyName': 'Efternamn',
  'people-file.field.email': 'E-post',
  'people-file.field.employerNumber': 'Anställningsnummer',
  'people-file.field.unit': 'Enhet',
  'people-file.field.profession': 'Yrkesgrupp',
  'people-file.field.subGroup': 'Undergrupp',
  'people-file.field.kind': 'Tillhörighet',
  'people-file.field.from': 'Från och med',
  'people-file.field.to': 'Till och med',
  'people-file.professions': 'Yrken',
  'people-file.professions.intro':
    'Statistiken har åtta yrkesgrupper. Välj grupp för de ord i filen som vi inte känner igen.',
  'people-file.professions.more': {
    one: 'Här är de vanligaste orden. {count} till kan du välja grupp för efteråt.',
    other: 'Här är de vanligaste orden. {count} till kan du välja grupp för efteråt.',
  },
  'people-file.professions.rows': { one: '{count} rad', other: '{count} rader' },
  'people-file.professions.unknown': 'Vet inte: raderna går inte in',
  'people-file.professions.default': 'Yrkesgrupp för nya personer där yrke saknas',
  'people-file.professions.default.hint': 'Behövs om filen saknar yrken.',
  'people-file.professions.none': 'Ingen: raderna går inte in',
  'people-file.whole': 'Är alla med?',
  'people-file.whole.label': 'Filen har alla som arbetar hos oss',
  'people-file.whole.hint':
    'Då avslutas de som inte är med i filen. Hur många det är ser du innan något ändras.',
  'people-file.whole.yes': 'Ja, de som inte är med i filen avslutas',
  'people-file.whole.no': 'Nej, de som inte är med i filen påverkas inte',

  'people-file.file.title': 'Fil med personer',
  'people-file.lead.under-way':
    'Arbetet pågår. Du kan lämna sidan och komma tillbaka, det fortsätter ändå.',
  'people-file.lead.not-tried': 'Filen är inte kontrollerad. Inget är ändrat.',
  'people-file.lead.nothing': 'Filen ändrar inget.',
  'people-file.lead.checked':
    'Inget är ändrat än. Filen skulle ge {new} nya, ändra {changed} och avsluta {ended}.',
  'people-file.lead.applied': 'Klart. {new} nya, {changed} ändrade och {ended} avslutade.',
  'people-file.lead.undone': 'Filen är ångrad.',
  'people-file.progress': '{done} av {total} rader.',
  'people-file.progress.begun': 'Påbörjad {moment}.',
  'people-file.progress.waiting':
    'Allt görs på en gång, eller inget. Det tar oftast några sekunder.',
  'people-file.failed': 'Det gick inte, och inget är ändrat',
  'people-file.try-again': 'Gå till kolumnerna och försök igen',
  'people-file.changed': 'Något har ändrats sedan kontrollen',
  'people-file.changed.text':
    'Filen är kontrollerad på nytt och inget är inläst. Se över siffrorna och läs in igen.',
  'people-file.same-file': 'Samma fil är redan inläst',
  'people-file.same-file.text': 'Den lästes in {moment}. Det som redan stämmer ändras inte.',
  'people-file.unidentified': 'Ingen avslutas av den här filen',
  'people-file.unidentified.text': {
    one: 'Av {shown} rad som inte gick framgår det inte vem den gäller. Den personen skulle avslutas av misstag. Rätta raden i din fil och skicka hela filen igen.',
    other:
      'Av {shown} rader som inte gick framgår det inte vilka de gäller. De personerna skulle avslutas av misstag. Rätta raderna i din fil och skicka hela filen igen.',
  },
  'people-file.undone.people': 'Konton som togs bort',
  'people-file.undone.affiliations': 'Arbetsplatser som togs bort',
  'people-file.undone.restored': 'Återställda till det de var',

  'people-file.apply': 'Läs in',
  'people-file.apply.text':
    'Allt läses in på en gång, eller inget. Kontrollen gäller till {moment}; efter det raderas den.',
  'people-file.apply.accounts': {
    one: '{shown} person får ett konto. Kontot tas över med en länk i ett mejl.',
    other: '{shown} personer får ett konto var. Kontot tas över med en länk i ett mejl.',
  },
  'people-file.apply.button': 'Läs in filen',
  'people-file.apply.busy': 'Börjar …',
  'people-file.apply.ends': {
    one: '{shown} anställning avslutas. Skriv antalet för att visa att det stämmer',
    other: '{shown} anställningar avslutas. Skriv antalet för att visa att det stämmer',
  },
  'people-file.apply.ends.hint':
    'Det är fler än var tionde av de {present} som finns. Har filen verkligen alla?',
  'people-file.undo': 'Ångra',
  'people-file.undo.text':
    'Till {moment} kan du ångra filen. Det personerna själva har gjort sedan dess står kvar.',
  'people-file.undo.button': 'Ångra filen',
  'people-file.undo.busy': 'Börjar …',
  'people-file.over.too-old': 'Kontrollen är för gammal. Skicka filen igen.',
  'people-file.over.applied': 'Det har gått mer än ett dygn, så filen går inte längre att ångra.',

  'people-file.rows': 'Vad raderna ger',
  'people-file.counts.caption': 'Vad filens rader ger',
  'people-file.counts.outcome': 'Rader',
  'people-file.counts.count': 'Antal',
  'people-file.counts.means': 'Det betyder',
  'people-file.outcome.new': 'Nya',
  'people-file.outcome.new.means': 'Finns inte hos er. Läggs till.',
  'people-file.outcome.changed': 'Ändrade',
  'people-file.outcome.changed.means': 'Finns hos er, men något är annorlunda i filen.',
  'people-file.outcome.ended': 'Avslutade',
  'people-file.outcome.ended.means': 'Finns hos er, men inte i filen. Avslutas i dag.',
  'people-file.outcome.unchanged': 'Oförändrade',
  'people-file.outcome.unchanged.means': 'Stämmer redan.',
  'people-file.outcome.refused': 'Går inte',
  'people-file.outcome.refused.means': 'Hoppas över tills de är rättade.',
  'people-file.refused.intro': 'Övriga rader kan läsas in ändå. Rätta de här och skicka dem igen.',
  'people-file.refused.download': 'Hämta alla rader som inte går (CSV)',
  'people-file.reasons.caption': 'Varför rader inte går',
  'people-file.column.row': 'Rad',
  'people-file.column.person': 'Person',
  'people-file.column.reason': 'Varför',
  'people-file.column.changes': 'Ändras',
  'people-file.column.days': 'Dagar',
  'people-file.change.unit': 'enhet',
  'people-file.change.profession': 'yrkesgrupp',
  'people-file.change.sub-group': 'undergrupp',
  'people-file.change.kind': 'tillhörighet',
  'people-file.change.from': 'första dag',
  'people-file.change.to': 'sista dag',
  'people-file.change.number': 'anställningsnummer',
  'people-file.change.name': 'namn',
  'people-file.change.email': 'e-post',
  'people-file.change.confirmed': 'bekräftas av er',
  'people-file.kept': 'Det här står kvar',
  'people-file.kept.intro':
    'Någon har gjort något med det sedan filen lästes in, så det togs inte bort.',
  'people-file.kept.caption': 'Det som inte gick att ångra, högst 100',
  'people-file.kept.what': 'Vad',
  'people-file.kept.person-added': 'Kontot: personen har tagit över det, eller har annat sparat',
  'people-file.kept.person-changed': 'Namnet eller adressen: har ändrats sedan dess',
  'people-file.kept.affiliation-added': 'Arbetsplatsen: har ändrats eller använts sedan dess',
  'people-file.kept.affiliation-changed': 'Ändringen av arbetsplatsen: har ändrats igen sedan dess',

  'people-file.reason.personal-number':
    'Raden har något som ser ut som ett personnummer eller samordningsnummer. Inget av raden är sparat.',
  'people-file.reason.person-missing': 'E-post och anställningsnummer saknas.',
  'people-file.reason.email-unreadable': 'E-postadressen går inte att läsa.',
  'people-file.reason.email-missing':
    'Ingen hos er har anställningsnumret. En ny person behöver e-post.',
  'people-file.reason.name-missing': 'En ny person behöver förnamn och efternamn.',
  'people-file.reason.name-too-long': 'Namnet är längre än 100 tecken.',
  'people-file.reason.number-too-long': 'Anställningsnumret är längre än 40 tecken.',
  'people-file.reason.number-shared': 'Flera personer har samma anställningsnummer.',
  'people-file.reason.person-differs': 'Adressen och anställningsnumret hör till olika personer.',
  'people-file.reason.unit-unknown': 'Ingen enhet hos er heter så.',
  'people-file.reason.unit-ambiguous':
    'Flera enheter heter så. Skriv hela vägen: Förvaltning / Avdelning / Enhet.',
  'people-file.reason.profession-unknown':
    'Yrket känns inte igen. Välj grupp för det under Ändra kolumner.',
  'people-file.reason.profession-missing':
    'Yrke saknas. Fyll i det, eller välj en grupp för dem som saknar yrke.',
  'people-file.reason.sub-group-unknown':
    'Ni har ingen undergrupp som heter så. Lägg till den under Egna undergrupper, eller rätta namnet.',
  'people-file.reason.sub-group-elsewhere':
    'Undergruppen hör till en annan nationell yrkesgrupp än den i raden. Rätta en av dem.',
  'people-file.reason.kind-unknown':
    'Tillhörigheten känns inte igen. Skriv anställd, student, volontär eller förtroendevald.',
  'people-file.reason.from-unreadable': 'Första dagen går inte att läsa. Skriv den som 2026-03-31.',
  'people-file.reason.to-unreadable': 'Sista dagen går inte att läsa. Skriv den som 2026-03-31.',
  'people-file.reason.ends-before-start': 'Sista dagen ligger före den första.',
  'people-file.reason.row-twice': 'Samma person och enhet står längre upp i filen.',

  'refusal.people.no-heads':
    'Den första raden ska ha kolumnernas namn, till exempel Förnamn, Efternamn och E-post.',
  'refusal.people.heads-personal':
    'Den första raden har något som ser ut som ett personnummer. Filen är inte sparad. Ta bort numret och ha kolumnernas namn överst.',
  'refusal.people.large-sheet':
    'Excelfilen är för stor: högst {megabytes} MB och {rows} rader. Spara den som CSV i stället, i Excel med Arkiv > Spara som > CSV UTF-8.',
  'refusal.people.column-missing': 'Välj vilken kolumn som är e-post eller anställningsnummer.',
  'people.column-twice': 'Två kolumner kan inte betyda samma sak.',
  'people.ends': 'Skriv antalet med siffror.',
  'refusal.people.ends-not-confirmed':
    'Filen avslutar {count} anställningar. Skriv just det antalet, eller ta bort krysset för att alla är med.',
  'refusal.work.broken': 'Något gick fel hos oss. Försök igen om en stund.',
} as const
