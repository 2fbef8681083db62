import type { ActionFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { uploadVersion } from '~/exchange/imports/packages/upload-version.server.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'

/** Takes a package in for the module's page, which shows how far the upload has come; answers where to go on. */
export async function action({ request, params }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'catalogue:edit')
    const versionId = await uploadVersion({ actor, moduleId: params.moduleId, request })
    return Response.json({ to: `/catalogue/versions/${versionId}` })
  })
}
