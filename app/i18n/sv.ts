import { svCore } from './sv-core.ts'
import { svWork } from './sv-work.ts'

/** Every text of the interface in Swedish, the language that is written first. One file per area below `sv/`. */
export const sv = { ...svCore, ...svWork } as const
