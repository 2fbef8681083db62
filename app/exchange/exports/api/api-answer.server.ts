import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { isProblem, Problem } from '~/platform/http/problem.ts'
import { log } from '~/platform/log.server.ts'
import { problemStatuses, type ProblemCode } from './problem.schema.ts'

const methods = 'GET, HEAD, OPTIONS'

/** A problem by its code. */
export function problem(
  code: ProblemCode,
  more: ConstructorParameters<typeof Problem>[2] = {},
): Problem {
  return new Problem(code, problemStatuses[code], more)
}

interface ApiCall {
  language: Language
  /** Sent with whatever is answered, also with a problem. */
  headers: Headers
}

/**
 * Answers a request to the API: GET and HEAD by `answer`, OPTIONS with what is allowed, every other
 * method with a problem. What goes wrong is told as application/problem+json (RFC 9457), never as a
 * page. There are no CORS headers: keys belong on servers.
 */
export async function answerApi(
  request: Request,
  answer: (call: ApiCall) => Promise<Response>,
): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('lang')
  const call: ApiCall = { language: asked === 'en' ? 'en' : 'sv', headers: new Headers() }
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { Allow: methods } })
  const answered = await answeredOr(request, call, answer)
  for (const [name, value] of call.headers) answered.headers.set(name, value)
  if (request.method !== 'HEAD') return answered
  const { status, headers } = answered
  return new Response(null, { status, headers })
}

async function answeredOr(
  request: Request,
  call: ApiCall,
  answer: (call: ApiCall) => Promise<Response>,
): Promise<Response> {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw problem('method-not-allowed', { headers: { Allow: methods } })
    }
    return await answer(call)
  } catch (error) {
    if (isProblem(error)) return problemResponse(error, call.language)
    log().error(
      { error: error instanceof Error ? error.stack : String(error) },
      'an API call failed',
    )
    return problemResponse(problem('unexpected'), call.language)
  }
}

function problemResponse(
  { code, status, headers, members }: Problem,
  language: Language,
): Response {
  const { t } = i18nOf(language)
  const known = code as ProblemCode
  const body = {
    // The page /api explains each problem at an anchor of its own.
    type: `/api#${code}`,
    title: t(`api.problem.${known}.title`),
    status,
    detail: t(`api.problem.${known}.detail`),
    code,
    ...members,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}
