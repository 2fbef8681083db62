/** Organisations, their units, people, claims and headcounts. */
export const organisation = {
  'title.organisations': 'Organisationer',
  'title.organisation': 'Organisation',
  'title.staff': 'Medarbetare',
  'title.headcounts': 'Antal anställda',
  'title.claims': 'Bekräfta medarbetare',

  'organisations.title': 'Organisationer',
  'organisations.lead': {
    one: '{shown} organisation. Öppna den för att se enheter och yrkesgrupper.',
    other: '{shown} organisationer. Öppna en för att se enheter och yrkesgrupper.',
  },
  'organisations.caption': 'Anställningar som har gått ”{module}” av dem som ska, {day}',
  'organisations.search': 'Organisationens namn',
  'organisations.column.name': 'Organisation',
  'organisations.column.kind': 'Typ',
  'organisations.column.municipality': 'Kommun',
  'organisations.no-municipality': 'ingen egen kommun',
  'organisations.empty': 'Ingen organisation här',
  'organisations.empty.search': 'Inget namn innehåller det du sökte. Sök på en del av namnet.',
  'organisations.empty.text':
    'Det finns ingen organisation i det område som din roll gäller. Be den som ansvarar för Samsyn att lägga till den.',

  'organisation.kind.municipality': 'Kommun',
  'organisation.kind.region': 'Region',
  'organisation.kind.state-agency': 'Statlig myndighet',
  'organisation.kind.county-board': 'Länsstyrelse',
  'organisation.kind.resource-centre': 'Resurscentrum',
  'organisation.kind.private-provider': 'Enskild utförare',
  'organisation.kind.civil-society': 'Civilsamhälle',
  'organisation.kind.university': 'Lärosäte',

  'organisation.units': 'Enheter',
  'organisation.units.caption':
    'Anställningar som har gått ”{module}” av dem som ska, per enhet med allt som ligger under den, {day}',
  'organisation.column.unit': 'Enhet',
  'organisation.level': '(nivå {level})',
  'organisation.covered-above': 'räknas i en enhet ovanför',
  'organisation.link.people': 'Medarbetare',
  'organisation.link.claims': 'Bekräfta medarbetare',
  'organisation.link.completions': 'Tidigare genomföranden',
  'organisation.link.headcounts': 'Antal anställda',
  'organisation.remedy.declare': 'Ange hur många ni är, så går andelen att räkna.',
  'organisation.remedy.ask':
    'Be organisationens chef ange hur många de är. Då går andelen att räkna.',

  'staff.title': 'Medarbetare',
  'staff.lead':
    '”{module}”: {late} är sena, {due} har tid kvar, {free} har inget uppdrag och {done} är klara.',
  'staff.filter.all': 'Alla',
  'staff.caption': 'Läget i dag för ”{module}”, {day}. De som är sena står först.',
  'staff.column.name': 'Namn',
  'staff.column.standing': 'Läge',
  'staff.column.workplace': 'Arbetsplats och yrkesgrupp',
  'staff.column.due': 'Ska vara klar',
  'staff.column.completed': 'Blev klar',
  'staff.no-day': 'ingen dag satt',
  'staff.not-yet': 'inte än',
  'staff.empty': 'Inga medarbetare att visa',
  'staff.empty.filter': 'Ingen har det läget just nu. Välj ett annat läge ovan.',
  'staff.empty.text':
    'Här står de som har angett att de arbetar hos er och som ni har bekräftat. Börja med att bekräfta dem som väntar.',
  'staff.definition':
    'Listan räknar personer som ni har bekräftat. Täckningen på organisationens sida räknar anställningar.',
  'standing.late': 'Sen',
  'standing.due': 'Har tid kvar',
  'standing.free': 'Inget uppdrag',
  'standing.done': 'Klar',

  'claims.title': 'Bekräfta medarbetare',
  'claims.lead': {
    one: '{count} person har angett att hen arbetar hos er. När du bekräftar räknas personen i er täckning.',
    other:
      '{count} personer har angett att de arbetar hos er. De du bekräftar räknas i er täckning.',
  },
  'claims.caption': 'Väntar på svar, den som började först överst. Högst 200 visas.',
  'claims.column.kind': 'Tillhör som',
  'claims.since': '{kind} sedan {day}',
  'claims.column.decide': 'Svar',
  'claims.confirm': 'Bekräfta',
  'claims.confirm.label': 'Bekräfta {name}',
  'claims.decline': 'Avböj',
  'claims.decline.label': 'Avböj {name}',
  'claims.confirmed': 'Personen är bekräftad.',
  'claims.declined': 'Personen är avböjd.',
  'claims.number': 'Anställningsnummer',
  'claims.number.label': 'Anställningsnummer för {name}',
  'claims.number.intro':
    'Anställningsnumret är frivilligt. Med det går personen att känna igen i filer med tidigare genomföranden. Skriv inte personnummer.',
  'refusal.affiliation.number-taken':
    'En annan person hos er har redan det numret. Rätta det, eller lämna rutan tom.',
  'refusal.affiliation.number-too-long': 'Numret får ha högst 40 tecken.',
  'refusal.affiliation.number-personal':
    'Det här ser ut som ett personnummer eller samordningsnummer. Skriv ert eget nummer på personen.',
  'claims.failed': 'Inget har ändrats. Ladda om sidan och försök igen.',
  'claims.empty': 'Ingen väntar på svar',
  'claims.empty.text':
    'När någon anger att hen arbetar hos er kommer frågan hit. Be medarbetarna skapa konto och välja sin enhet.',

  'headcount.title': 'Antal anställda',
  'headcount.lead':
    'Ange hur många ni är i varje yrkesgrupp. Antalet är det som täckningen räknas mot.',
  'headcount.newest': 'Senast angivet',
  'headcount.caption': 'Anställningar per enhet och yrkesgrupp, det senast angivna {day}',
  'headcount.caption.nothing': 'Inget antal är angivet än. Välj en enhet och fyll i.',
  'headcount.none': '–',
  'headcount.change': 'Ändra {unit}',
  'headcount.declare': 'Ange antal för {unit}',
  'headcount.declare.intro':
    'Räkna enheten och allt som ligger under den. Lämna rutan tom om du inte vet, skriv 0 om ni inte har någon. Det ni har angett förut finns kvar i historiken.',
  'headcount.as-of': 'Antalet gäller den',
  'headcount.as-of.hint': 'Dagen då ni räknade, i dag eller tidigare.',
  'headcount.source': 'Varifrån kommer antalet?',
  'headcount.source.own': 'Vår egen uppgift, till exempel ur personalsystemet',
  'headcount.source.scb': 'SCB:s statistik',
  'headcount.source.estimate': 'En uppskattning',
  'headcount.save': 'Spara antalet',
  'headcount.saving': 'Sparar …',
  'headcount.saved': 'Antalet är sparat.',
  'headcount.not-a-number': 'Skriv ett helt tal med siffror, eller lämna rutan tom.',
  'refusal.headcount.day-ahead': 'Dagen har inte varit än. Välj i dag eller en tidigare dag.',
  'refusal.headcount.nothing': 'Inget antal är ifyllt. Fyll i minst en yrkesgrupp.',

  'refusal.organisation.municipality-missing': 'Ange vilken kommun det är.',
  'refusal.organisation.municipality-elsewhere': 'Kommunen ligger inte i länet.',
  'refusal.organisation.catchment-not-centre': 'Bara ett resurscentrum har ett upptagningsområde.',
} as const
