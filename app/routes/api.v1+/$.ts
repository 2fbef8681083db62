import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerNowhere } from '~/exchange/exports/api/description-answer.server.ts'

/** An address that the API does not have: told as a problem, not as a page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answerNowhere(request)
}

/** The same for whatever is sent there. */
export async function action({ request }: ActionFunctionArgs) {
  return answerNowhere(request)
}
