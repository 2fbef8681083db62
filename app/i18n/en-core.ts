import { common } from './en/common.ts'
import { ui } from './en/ui.ts'
import { shell } from './en/shell.ts'
import { learner } from './en/learner.ts'
import { player } from './en/player.ts'
import type { svCore } from './sv-core.ts'
import type { Translated } from './translate.ts'

/** The same keys as in Swedish; a missing one is a type error. */
export const enCore: Translated<typeof svCore> = {
  ...common,
  ...ui,
  ...shell,
  ...learner,
  ...player,
}
