/** What stands around a module that is taken without signing in. */
export const open = {
  'open.not-signed-in': 'Du är inte inloggad. Det du gör sparas bara i den här webbläsaren.',
  'open.close': 'Stäng',
  'open.done': 'Du har gjort hela modulen.',
  'open.tick': 'Berätta var du arbetar, om du vill',
} as const
