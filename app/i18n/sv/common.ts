export const common = {
  'app.name': 'Samsyn',
  'action.save': 'Spara',
  'action.cancel': 'Avbryt',
} as const
