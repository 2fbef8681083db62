import type { Actor } from '~/kernel/actor.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { mayAnywhere, reachOf } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import { registerListed, type RegisterRow } from './register-list.db.server.ts'
import type { RegisterQuery } from './register-list.ts'

export type { RegisterRow }

const organisationsPerPage = 25

export interface RegisterList {
  list: RegisterQuery
  organisations: ListPage<RegisterRow>
  mayRegister: boolean
}

/**
 * The organisations that the actor may look at, with how many units they have today.
 * @throws Refusal forbidden where there is no such reach
 */
export async function listRegister(actor: Actor, list: RegisterQuery): Promise<RegisterList> {
  return {
    list,
    organisations: await listPage<RegisterRow>(sourceOf(actor, list), list, organisationsPerPage),
    mayRegister: mayAnywhere(actor, 'organisation:register'),
  }
}

/**
 * The same on all its pages, part after part.
 * @throws Refusal forbidden
 */
export function exportRegister(actor: Actor, list: RegisterQuery): AsyncGenerator<RegisterRow[]> {
  return eachListPart<RegisterRow>(sourceOf(actor, list), list)
}

function sourceOf(actor: Actor, list: RegisterQuery) {
  if (!mayAnywhere(actor, 'organisation:read')) throw new Refusal('forbidden')
  return registerListed(reachOf(actor, 'organisation:read'), list)
}
