import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerDescription } from '~/exchange/exports/api/description-answer.server.ts'

/** The API's description in OpenAPI 3.1, open to all. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answerDescription(request)
}

/** Nothing is taken here: the answer says which methods work. */
export async function action({ request }: ActionFunctionArgs) {
  return answerDescription(request)
}
