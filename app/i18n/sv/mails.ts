/** Mails about what one is to do: what one wants, and what has been sent. */
export const mails = {
  'title.mails': 'Mejl',
  'mails.title': 'Mejl från Samsyn',
  'mails.lead':
    'Samsyn mejlar dig när du får något att göra, när det snart är dags och när dagen har gått. Högst ett mejl i veckan, aldrig på helger.',
  'mails.wish': 'Vad du vill ha mejl om',
  'mails.recommended': 'Mejla mig om det som är rekommenderat',
  'mails.recommended.hint': 'Om det som är obligatoriskt får du alltid mejl.',
  'mails.recommended.yes': 'Ja',
  'mails.recommended.no': 'Nej',
  'mails.saved': 'Ditt val är sparat.',
  'mails.refused': 'Mejlen når dig inte',
  'mails.refused.text':
    'Din e-postserver svarade att adressen inte finns, {moment}. Därför skickar vi inga fler mejl till den. Stämmer adressen? Försök igen.',
  'mails.try-again': 'Skicka mejl till adressen igen',
  'mails.tried-again': 'Nästa mejl skickas till din adress.',
  'mails.sent': 'Skickade mejl',
  'mails.sent.intro': 'De senaste mejlen om det du har att göra.',
  'mails.none': 'Inga mejl',
  'mails.none.text': 'Samsyn har inte mejlat dig om något du har att göra.',
  'mails.things': { one: 'om {count} sak', other: 'om {count} saker' },
  'mails.state.waiting': 'På väg',
  'mails.state.sent': 'Skickat',
  'mails.state.refused': 'Togs inte emot',
  'mails.state.dropped': 'Skickades inte',
  'mails.state.given-up': 'Kom inte iväg',
  'mails.state.doubtful': 'Oklart om det kom fram',

  'unsubscribe.dead':
    'Länken är inte hel. Kopiera hela länken ur mejlet, eller logga in och välj där.',
  'unsubscribe.title.wanted': 'Slipp mejl om det som är rekommenderat',
  'unsubscribe.lead.wanted': 'Tryck på knappen, så mejlar vi dig inte om det som är rekommenderat.',
  'unsubscribe.submit.wanted': 'Sluta mejla mig om det',
  'unsubscribe.mandatory':
    'Om det som är obligatoriskt får du mejl i alla fall, högst ett i veckan.',
  'unsubscribe.title.unwanted': 'Du får inga mejl om det som är rekommenderat',
  'unsubscribe.lead.unwanted':
    'Det du har att göra ser du när du loggar in. Ändrar du dig? Tryck på knappen.',
  'unsubscribe.submit.unwanted': 'Mejla mig igen',

  'calendar.module': 'Lägg dagen i kalendern',
  'calendar.entry': 'Utbildning i Samsyn',
  'calendar.entry.note': 'Sista dagen. Det här har du att göra: {link}',
} as const
