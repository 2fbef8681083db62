import type { ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { acceptedLanguage } from '~/auth/accepted-language.ts'
import { nonceOf } from '~/platform/http/app-headers.server.ts'
import { routePath, type Routes } from './route-path.ts'

/**
 * Pages whose routes say that they are the same for every visitor (`handle.isSameForVisitors`), drawn once
 * for each language. Whoever sends a cookie may be somebody, and gets a page of their own.
 */
export class VisitorPages {
  readonly #paths: Set<string>
  /** A page in the pieces that lie around its nonces, by path and language. */
  readonly #pages = new Map<string, string[]>()

  constructor({ routes }: Pick<ServerBuild, 'routes'>) {
    const isSame = (id: string) => handleOf(routes[id])?.isSameForVisitors === true
    this.#paths = new Set(
      Object.keys(routes)
        .filter(isSame)
        .map((id) => routePath(id, routes)),
    )
  }

  /** Answers with the page, where it has been drawn; scripts run by this answer's nonce alone. */
  readonly answer: RequestHandler = (request, response, next) => {
    const pieces = this.#pages.get(this.#keyOf(request) ?? '')
    if (!pieces) return next()
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(pieces.join(nonceOf(response)))
  }

  /** Where the page that is drawn now is to be told; undefined where it is not to be kept. */
  keeper(request: Request, response: Response): ((html: string) => void) | undefined {
    const key = this.#keyOf(request)
    if (key === undefined) return undefined
    return (html) => this.#pages.set(key, html.split(nonceOf(response)))
  }

  #keyOf({ method, originalUrl, headers }: Request): string | undefined {
    const isKept = method === 'GET' && !headers.cookie && this.#paths.has(originalUrl)
    return isKept
      ? `${acceptedLanguage(headers['accept-language'] ?? null)} ${originalUrl}`
      : undefined
  }
}

const handleOf = (route: Routes[string] | undefined) =>
  route?.module.handle as { isSameForVisitors?: boolean } | undefined
