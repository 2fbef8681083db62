import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/permission.server.ts'
import { readFlush } from '~/domain/attempt/read-flush.server.ts'

/** What a page needs to have the learner's own unsent work sent from a content host. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireActor(request)
  return Response.json(await readFlush({ actor, registrationId: params.registrationId }))
}
