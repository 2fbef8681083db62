export const shell = {
  'nav.home': 'Mina moduler',
  'nav.courses': 'Kurser',
  'nav.organisations': 'Organisationer',
  'nav.region': 'Mitt område',
  'nav.nation': 'Nationell bild',
  'nav.catalogue': 'Kursförråd',
  'nav.people': 'Personer',
  'nav.keys': 'Nycklar',
  'nav.audit': 'Händelser',
  'nav.profile': 'Min profil',
  'nav.sign-in': 'Logga in',
  'nav.sign-up': 'Skapa konto',
  'nav.sign-out': 'Logga ut',
  'nav.report': 'Rapportera fel på sidan',
  'nav.accessibility': 'Tillgänglighet',
  'nav.privacy': 'Personuppgifter',
  'toast.done': 'Klart.',
  'nav.mailbox': 'Demons brevlåda',
  'shell.demo': 'Det här är en demo. Alla personer och siffror är påhittade.',
  'shell.emergency': 'Vid fara för liv: ring 112.',
  'shell.language.other': 'English',
  'title.error': 'Fel',
  'error.title.403': 'Du kommer inte åt den här sidan',
  'error.title.404': 'Sidan finns inte',
  'error.title.other': 'Något gick fel hos oss',
  'error.title.refused': 'Det gick inte',
  'error.unexpected':
    'Det du har sparat finns kvar. Försök igen om en stund. Hjälper det inte, rapportera felet längst ner på sidan.',
  'error.home': 'Till startsidan',
  'refusal.not-found': 'Adressen kan vara felskriven, eller så har sidan tagits bort.',
  'refusal.forbidden':
    'Sidan hör till någon annan eller kräver en annan roll. Be den som ansvarar för Samsyn hos er om du behöver komma åt den.',
  'refusal.session.expired':
    'Du har loggats ut eftersom det gick lång tid. Logga in i en ny flik och skicka sedan formuläret igen. Det du har skrivit finns kvar.',
  'refusal.rate.limited': 'För många försök. Vänta {minutes} minuter och försök igen.',
  'refusal.origin.foreign':
    'Formuläret skickades inte från Samsyn, så inget har ändrats. Öppna sidan på nytt och försök igen.',
  'host.headers':
    'Webbläsaren skickade för mycket på en gång. Ladda om sidan och logga in igen. Det du har sparat finns kvar.',
  'host.content':
    'Den här sidan hör till en kurs och visas bara i Samsyn. Öppna kursen från Samsyn: {origin}.',
  'host.unknown': 'Den här adressen hör inte till Samsyn. Gå till {origin}.',
} as const
