/** Two accounts of one person become one. */
export const merge = {
  'merge.title': 'Slå ihop dina konton',
  'merge.lead':
    'Har du fått två konton, till exempel hos två arbetsgivare? Slå ihop dem, så finns allt du har gjort på ett ställe.',
  'merge.likely': 'Det finns ett konto till med ditt namn',
  'merge.likely.text': 'Det har samma namn och arbetsplats som du: {addresses}. Är det ditt?',
  'merge.prove.text':
    'Det konto du är inloggad i är kvar. Visa att det andra också är ditt genom att skriva hur du loggar in där.',
  'merge.email': 'E-postadress för det andra kontot',
  'merge.password': 'Lösenord för det andra kontot',
  'merge.password.hint': 'Har du inget? Logga ut, välj ”Glömt lösenordet?” och ange den adressen.',
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
