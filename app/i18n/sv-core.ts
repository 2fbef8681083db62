import { common } from './sv/common.ts'
import { ui } from './sv/ui.ts'
import { shell } from './sv/shell.ts'
import { learner } from './sv/learner.ts'
import { player } from './sv/player.ts'

/** Texts that every page may need: what stands around all pages, and a learner's day. */
export const svCore = {
  ...common,
  ...ui,
  ...shell,
  ...learner,
  ...player,
} as const
