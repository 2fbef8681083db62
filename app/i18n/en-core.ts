import { common } from './en/common.ts'
import { ui } from './en/ui.ts'
import { shell } from './en/shell.ts'
import { admin } from './en/admin.ts'
import { auth } from './en/auth.ts'
import { identity } from './en/identity.ts'
import { notice } from './en/notice.ts'
import { publicPages } from './en/public.ts'
import { learner } from './en/learner.ts'
import { player } from './en/player.ts'
import type { svCore } from './sv-core.ts'
import type { Translated } from './translate.ts'

/** The same keys as in Swedish; a missing one is a type error. */
export const enCore: Translated<typeof svCore> = {
  ...common,
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
