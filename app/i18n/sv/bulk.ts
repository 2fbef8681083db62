/** Choosing many rows of a list. */
export const bulk = {
  'ui.bulk.label': 'Vilka det gäller',
  'ui.bulk.page': {
    one: 'Markera den på sidan',
    other: 'Markera alla {shown} på sidan',
  },
  'ui.bulk.all': 'Alla {shown} som listan visar, på alla sidor',
  'ui.bulk.chosen': { one: '{shown} markerad', other: '{shown} markerade' },
} as const
