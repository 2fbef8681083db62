import type { Translated } from '../translate.ts'
import type { common as sv } from '../sv/common.ts'

export const common: Translated<typeof sv> = {
  'app.name': 'Samsyn',
  'action.save': 'Save',
  'action.cancel': 'Cancel',
  'time.seconds': { one: '{count} second', other: '{count} seconds' },
  'time.minutes': { one: '{count} minute', other: '{count} minutes' },
  'time.hours': '{hours} h {minutes} min',
}
