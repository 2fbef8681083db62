import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/permission.server.ts'
import {
  bringOpenProgress,
  readOpenProgressOffer,
} from '~/domain/attempt/bring-open-progress.server.ts'
import { bringOpenProgressSchema } from '~/domain/attempt/open-progress.schema.ts'
import { frameUrlOf } from '~/domain/attempt/read-open-module.server.ts'
import { parseForm } from '~/platform/http/form.server.ts'

/** What a page needs to offer what was done without signing in, and the frame that holds it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { module, mayBring } = await readOpenProgressOffer(actor, params.moduleId)
  const { slug, titleSv, titleEn, contentOrigin } = module
  return { slug, titleSv, titleEn, contentOrigin, frameUrl: frameUrlOf(module, 'sv'), mayBring }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, bringOpenProgressSchema)
  if (!form.ok) return form.reply
  await bringOpenProgress({ actor, moduleId: params.moduleId, ...form.value })
  return { ok: true as const }
}
