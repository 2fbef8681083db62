/** What stands around a module that is taken without signing in. */
export const open = {
  'open.not-signed-in': 'Du är inte inloggad. Det du gör sparas bara i den här webbläsaren.',
  'open.close': 'Stäng',
  'open.done': 'Du har gjort hela modulen.',
  'open.tick': 'Berätta var du arbetar, om du vill',
  'open.bring': 'Du har gjort en del av ”{module}” utan att logga in',
  'open.bring.text':
    'Du kan ta med svaren och var du var. Sedan fortsätter du där du slutade, och det räknas när du är klar.',
  'open.bring.do': 'Ta med det',
  'open.bring.no': 'Nej, låt det vara',
  'open.bring.pending': 'Hämtar …',
  'open.bring.failed':
    'Det gick inte att ta med. Det du har gjort finns kvar i webbläsaren. Försök igen om en stund.',
  'refusal.open.begun':
    'Du har redan börjat på modulen när du var inloggad. Fortsätt där. Det du gjorde utan att logga in kan då inte tas med.',
  'refusal.open.test': 'Ett kunskapsprov gör du inloggad från början.',
} as const
