import { z } from 'zod'
import { env } from '~/platform/env.server.ts'
import { namesTag, weakTag } from '~/platform/http/entity-tag.ts'
import { answerApi, problem } from './api-answer.server.ts'
import { openApiDocument } from './open-api.ts'
import { readParameters } from './read-parameters.server.ts'

/** It takes none, and says so like the other addresses. */
const noParameters = z.strictObject({})

/** Answers GET /api/v1/openapi.json. */
export async function answerDescription(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    readParameters(noParameters, new URL(request.url).searchParams)
    const body = JSON.stringify(openApiDocument(env().APP_ORIGIN))
    const headers = new Headers({
      ETag: weakTag(body),
      'Cache-Control': 'public, max-age=300',
      'Content-Language': 'en',
    })
    if (namesTag(request.headers.get('If-None-Match'), weakTag(body))) {
      return new Response(null, { status: 304, headers })
    }
    headers.set('Content-Type', 'application/json; charset=utf-8')
    return new Response(body, { headers })
  })
}

/** Answers an address below /api/v1 that there is none of. */
export async function answerNowhere(request: Request): Promise<Response> {
  return answerApi(request, async () => {
    throw problem('not-found')
  })
}
