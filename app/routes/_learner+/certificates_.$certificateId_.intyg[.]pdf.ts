import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/permission.server.ts'
import { downloadCertificate } from '~/exchange/exports/download-certificate.server.ts'

/** One's own certificate as PDF, in the language of the pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return downloadCertificate(await requireActor(request), params.certificateId ?? '')
}
