import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readService } from '~/auth/service-key.server.ts'
import { answerCoverage } from '~/exchange/exports/api/coverage-answer.server.ts'

/** The national figures, for other systems. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerCoverage(request, { identify: readService, address: context.ip })
}

/** Nothing is taken here: the answer says which methods work. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerCoverage(request, { identify: readService, address: context.ip })
}
