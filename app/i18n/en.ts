import { enCore } from './en-core.ts'
import { enWork } from './en-work.ts'

/** Every text of the interface in English. */
export const en = { ...enCore, ...enWork }
