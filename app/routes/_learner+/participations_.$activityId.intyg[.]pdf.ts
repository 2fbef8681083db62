import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/permission.server.ts'
import { takeAttendanceCertificate } from '~/domain/activity/attendance-certificate.server.ts'
import { attendanceCertificateAnswer } from '~/exchange/exports/attendance-certificate.server.ts'

/** One's own certificate of having been at an activity, in the language of the pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const certificate = await takeAttendanceCertificate(actor, params.activityId)
  return attendanceCertificateAnswer(certificate, actor.language)
}
