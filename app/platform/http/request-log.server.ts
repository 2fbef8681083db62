import type { RequestHandler, Response } from 'express'
import { newId } from '~/kernel/ids.ts'
import { log, pathForLog } from '~/platform/log.server.ts'
import { findOnceFor } from './once-per-request.server.ts'

/** The id under which a request stands in the log; also told to the browser, for fault reports. */
export function requestIdOf(response: Response): string {
  return response.locals.requestId as string
}

/** One line per request when it has been answered: id, method, path, status, milliseconds. */
export const requestLog: RequestHandler = (request, response, next) => {
  const begun = performance.now()
  const requestId = newId()
  response.locals.requestId = requestId
  response.setHeader('X-Request-Id', requestId)
  findOnceFor(request, response, requestId)
  response.on('finish', () => {
    const ms = Math.round(performance.now() - begun)
    const line = {
      requestId,
      method: request.method,
      path: pathForLog(request.originalUrl),
      status: response.statusCode,
      ms,
    }
    if (response.statusCode >= 500) log().error(line, 'answered')
    else if (line.path.startsWith('/assets/')) log().debug(line, 'answered')
    else log().info(line, 'answered')
  })
  next()
}
