import { assignment } from './sv/assignment.ts'
import { coverage } from './sv/coverage.ts'
import { followup } from './sv/followup.ts'
import { learner } from './sv/learner.ts'
import { organisation } from './sv/organisation.ts'
import { player } from './sv/player.ts'
import { catalogue } from './sv/catalogue.ts'
import { common } from './sv/common.ts'
import { admin } from './sv/admin.ts'
import { auth } from './sv/auth.ts'
import { contentPackage } from './sv/package.ts'
import { identity } from './sv/identity.ts'
import { notice } from './sv/notice.ts'
import { publicPages } from './sv/public.ts'
import { shell } from './sv/shell.ts'
import { ui } from './sv/ui.ts'

/** Every text of the interface in Swedish, the language that is written first. One file per area below `sv/`. */
export const sv = {
  ...common,
  ...organisation,
  ...assignment,
  ...coverage,
  ...followup,
  ...catalogue,
  ...contentPackage,
  ...ui,
  ...shell,
  ...admin,
  ...auth,
  ...identity,
  ...notice,
  ...publicPages,
  ...learner,
  ...player,
} as const
