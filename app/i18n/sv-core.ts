import { common } from './sv/common.ts'
import { ui } from './sv/ui.ts'
import { shell } from './sv/shell.ts'
import { admin } from './sv/admin.ts'
import { auth } from './sv/auth.ts'
import { identity } from './sv/identity.ts'
import { notice } from './sv/notice.ts'
import { publicPages } from './sv/public.ts'
import { learner } from './sv/learner.ts'
import { player } from './sv/player.ts'

/** Texts that every page may need: what learners and visitors see, and what stands around all pages. */
export const svCore = {
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
} as const
