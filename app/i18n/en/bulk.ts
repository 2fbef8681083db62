import type { Translated } from '../translate.ts'
import type { bulk as sv } from '../sv/bulk.ts'

export const bulk: Translated<typeof sv> = {
  'ui.bulk.label': 'Whom it is about',
  'ui.bulk.page': {
    one: 'Tick the one on the page',
    other: 'Tick all {shown} on the page',
  },
  'ui.bulk.all': 'All {shown} that the list shows, on all pages',
  'ui.bulk.chosen': { one: '{shown} ticked', other: '{shown} ticked' },
}
