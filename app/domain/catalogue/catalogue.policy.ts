import type { Actor } from '~/kernel/actor.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'

/**
 * Lets pass who may change the catalogue, which is one for the whole nation.
 * @throws Refusal forbidden
 */
export function requireMayEdit(actor: Actor): void {
  if (!may(actor, 'catalogue:edit', {})) throw new Refusal('forbidden')
}
