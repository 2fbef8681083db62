import { redirect } from '@remix-run/node'
import type { PersonActor } from '~/kernel/actor.ts'
import type { Verb } from '~/kernel/permission.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { requirePermission } from './permission.server.ts'

/**
 * Takes a posted file in and goes on to where it is tried. A browser that is still sending it does not listen,
 * so it is read to its end.
 * @param take takes the file in @returns where to go on
 */
export async function receiveFile(
  request: Request,
  permission: Verb,
  take: (actor: PersonActor) => Promise<string>,
): Promise<Response> {
  return readToEnd(request, async () =>
    redirect(await take(await requirePermission(request, permission))),
  )
}
