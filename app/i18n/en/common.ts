import type { Translated } from '../translate.ts'
import type { common as sv } from '../sv/common.ts'

export const common: Translated<typeof sv> = {
  'app.name': 'Samsyn',
  'action.save': 'Save',
  'action.cancel': 'Cancel',
}
