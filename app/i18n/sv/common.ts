export const common = {
  'app.name': 'Samsyn',
  'action.save': 'Spara',
  'action.cancel': 'Avbryt',
  'time.seconds': { one: '{count} sekund', other: '{count} sekunder' },
  'time.minutes': { one: '{count} minut', other: '{count} minuter' },
  'time.hours': '{hours} tim {minutes} min',
} as const
