/** Two accounts of one person become one. */
export const merge = {
  'merge.title': 'Slå ihop dina konton',
  'merge.lead':
    'Har du fått två konton, till exempel hos två arbetsgivare? Slå ihop dem, så finns allt du har gjort på ett ställe.',
  'merge.likely': 'Det finns ett konto till med ditt namn',
  'merge.likely.text': 'Det har samma namn och arbetsplats som du: {addresses}. Är det ditt?',
  'merge.prove.text':
    'Det konto du är inloggad i är kvar. Visa att det andra också är ditt, på ett av två sätt.',
  'merge.link.title': 'Med en länk i mejlen',
  'merge.link.text':
    'Vi skickar en länk till det andra kontots adress. Öppna den här i samma webbläsare, medan du är inloggad.',
  'merge.link.submit': 'Skicka länken',
  'merge.link.busy': 'Skickar …',
  'merge.sent.title': 'Titta i mejlen',
  'merge.sent.lead':
    'Finns det ett konto med adressen har vi skickat en länk dit. Öppna den i den här webbläsaren inom en kvart, medan du är inloggad.',
  'merge.sent.not-there':
    'Kommer inget? Titta i skräpposten, och se efter att adressen är rätt och har bekräftats. Du kan också visa kontot med dess lösenord.',
  'merge.sent.back': 'Tillbaka',
  'merge.dead':
    'Länken har använts, är för gammal eller öppnades inte där du bad om den. Öppna den i samma webbläsare, medan du är inloggad, eller be om en ny.',
  'merge.ask-again': 'Be om en ny länk',
  'merge.password.title': 'Med lösenordet',
  'merge.email': 'E-postadress för det andra kontot',
  'merge.password': 'Lösenord för det andra kontot',
  'merge.password.hint': 'Har du inget? Använd en länk i stället.',
  'merge.prove': 'Visa vad som slås ihop',
  'merge.prove.busy': 'Kontrollerar …',
  'merge.what': 'Det här flyttar från {email} ({name}) till kontot du är inloggad i ({own}):',
  'merge.kind.workplaces': 'Arbetsplatser',
  'merge.kind.completions': 'Genomförda moduler',
  'merge.kind.certificates': 'Intyg',
  'merge.kind.participations': 'Tillfällen',
  'merge.kind.roles': 'Roller',
  'merge.final': 'Det går inte att ångra',
  'merge.final.text':
    'Kontot {email} stängs, och det går inte att logga in där mer. Det du har gjort i båda räknas en gång. Inget av det du har gjort försvinner.',
  'merge.submit': 'Slå ihop kontona',
  'merge.busy': 'Slår ihop …',
  'merge.done': 'Kontona är ihopslagna.',
  'refusal.merge.not-proven':
    'Adressen och lösenordet hör inte ihop, eller så är adressen inte bekräftad. Försök igen.',
  'refusal.merge.same-account':
    'Det är kontot du redan är inloggad i. Skriv adressen till det andra.',
  'refusal.merge.proof-old': 'Det gick för lång tid. Skriv adressen och lösenordet en gång till.',
} as const
