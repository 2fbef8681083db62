import { assignment } from './en/assignment.ts'
import { coverage } from './en/coverage.ts'
import { followup } from './en/followup.ts'
import { learner } from './en/learner.ts'
import { organisation } from './en/organisation.ts'
import { player } from './en/player.ts'
import { catalogue } from './en/catalogue.ts'
import { common } from './en/common.ts'
import { admin } from './en/admin.ts'
import { auth } from './en/auth.ts'
import { contentPackage } from './en/package.ts'
import { identity } from './en/identity.ts'
import { notice } from './en/notice.ts'
import { publicPages } from './en/public.ts'
import { shell } from './en/shell.ts'
import { ui } from './en/ui.ts'
import type { sv } from './sv.ts'
import type { Translated } from './translate.ts'

/** The same keys in English; a missing one is a type error. */
export const en: Translated<typeof sv> = {
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
}
