/** Who confirms people sees those who wait, answers them, and ends workplaces; each can be undone for a day. */
export const claim = {
  'title.claims': 'Bekräfta medarbetare',
  'title.claim': 'Svara en medarbetare',

  'claims.title': 'Bekräfta medarbetare',
  'claims.lead': {
    one: '{shown} person visas. De som ni bekräftar räknas i er täckning.',
    other: '{shown} personer visas. De som ni bekräftar räknas i er täckning.',
  },
  'claims.caption': 'Personer som har angett att de hör till er',
  'claims.sort.since': 'Hör hit sedan',
  'claims.sort.name': 'Namn',
  'claims.sort.unit': 'Enhet',
  'claims.state': 'Visa',
  'claims.state.claimed': 'Väntar på svar',
  'claims.state.declined': 'Avböjda',
  'claims.column.kind': 'Tillhör som',
  'claims.since': '{kind} sedan {day}',
  'claims.column.decide': 'Svar',
  'claims.one': 'En i taget',
  'claims.one.open': 'Granska',
  'claims.answer': 'Svara de valda',
  'claims.decision.confirmed': 'Bekräfta',
  'claims.decision.confirmed.hint': 'De hör till er, med det som står i listan.',
  'claims.decision.declined': 'Avböj',
  'claims.decision.declined.hint':
    'De hör inte till er. De får veta det i ett mejl och kan rätta sin uppgift.',
  'claims.deed.missing': 'Välj om de ska bekräftas eller avböjas.',
  'claims.choose': 'Kryssa för dem som du vill svara.',
  'claims.choose.label': 'Välj {name}',
  'claims.several.confirmed': 'De valda är bekräftade.',
  'claims.several.declined': 'De valda är avböjda.',
  'claims.empty': 'Ingen väntar på svar',
  'claims.empty.text':
    'När någon anger att hen arbetar hos er kommer frågan hit. Be medarbetarna skapa konto och välja sin enhet.',
  'claims.empty.found': 'Ingen stämmer med det som är valt.',
  'claims.waiting': {
    one: '{shown} person väntar på er bekräftelse',
    other: '{shown} personer väntar på er bekräftelse',
  },
  'claims.waiting.since': 'Den som började först gjorde det {day}.',

  'claim.lead': 'Har angett att hen hör till {unit} sedan {day}. Bekräftad e-postadress: {email}.',
  'claim.as-told': 'Som personen har angett',
  'claim.as-told.hint': 'Ändra om personen har valt fel.',
  'claim.is-declined': 'Ni har avböjt personen. Bekräfta om det var fel.',
  'claim.answering': 'Svarar …',
  'claim.decline': 'Hör personen inte till er?',
  'claim.decline.intro':
    'Personen får veta det i ett mejl och kan rätta sin uppgift. Ni kan ångra er i ett dygn.',
  'claims.confirm': 'Bekräfta',
  'claims.decline': 'Avböj',
  'claims.confirmed': 'Personen är bekräftad.',
  'claims.declined': 'Personen är avböjd.',
  'claims.number': 'Anställningsnummer',
  'claims.number.intro':
    'Med numret går personen att känna igen i filer med tidigare genomföranden. Skriv inte personnummer.',

  'workplace.decision.confirmed': '{name} bekräftades',
  'workplace.decision.declined': '{name} avböjdes',
  'workplace.decision.ended': '{name}: arbetsplatsen avslutad, sista dag {day}',
  'workplace.decision.confirmed.several': {
    one: '{shown} person bekräftades',
    other: '{shown} personer bekräftades',
  },
  'workplace.decision.declined.several': {
    one: '{shown} person avböjdes',
    other: '{shown} personer avböjdes',
  },
  'workplace.decision.ended.several': {
    one: '{shown} arbetsplats avslutades, sista dag {day}',
    other: '{shown} arbetsplatser avslutades, sista dag {day}',
  },
  'workplace.more': {
    one: '{shown} tidigare beslut det senaste dygnet',
    other: '{shown} tidigare beslut det senaste dygnet',
  },
  'workplace.undo': 'Ångra',
  'workplace.undoing': 'Ångrar …',
  'workplace.undone': 'Det är ångrat.',
  'workplace.undone.at': 'ångrat {at}',
  'workplace.undone.some': {
    one: 'ångrat {at}; {shown} hade ändrats sedan dess och är kvar som den är',
    other: 'ångrat {at}; {shown} hade ändrats sedan dess och är kvar som de är',
  },
  'refusal.workplace.undo-late':
    'Det har gått mer än ett dygn. Ändra var och en för sig i stället.',
  'workplace.end.title': 'Avsluta arbetsplatsen {unit}',
  'workplace.end.intro':
    'När personen har slutat eller bytt enhet. Det som gjordes till och med sista dagen finns kvar i statistiken. Ni kan ångra er i ett dygn.',
  'workplace.end.last-day': 'Sista dag',
  'workplace.end.last-day.hint': 'Kan vara en dag som kommer.',
  'workplace.end': 'Avsluta',
  'workplace.ending': 'Avslutar …',
  'workplace.ended': 'Arbetsplatsen är avslutad.',

  'refusal.affiliation.number-taken':
    'En annan person hos er har redan det numret. Rätta det, eller lämna rutan tom.',
  'refusal.affiliation.number-too-long': 'Numret får ha högst 40 tecken.',
  'refusal.affiliation.number-personal':
    'Det här ser ut som ett personnummer eller samordningsnummer. Skriv ert eget nummer på personen.',
} as const
