import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import type { Env } from '~/platform/env.server.ts'
import { isApiPath } from './api-path.ts'
import { isSignedPath } from './signed-path.ts'

/** The nonce of this answer's Content Security Policy. */
export function nonceOf(response: Response): string {
  return response.locals.nonce as string
}

/**
 * The app host's headers: nothing runs that we did not write, nothing is fetched from elsewhere,
 * nobody frames us, and no page is kept by a browser or a proxy (pages speak of persons).
 */
export function appHeaders(env: Env): RequestHandler[] {
  const scheme = new URL(env.APP_ORIGIN).protocol
  const isSecure = scheme === 'https:'
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64url')
    response.setHeader('Cache-Control', 'no-store')
    next()
  }
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        // In development Vite tells the page over a socket what has changed.
        connectSrc: ["'self'", ...(env.NODE_ENV === 'development' ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        frameSrc: [`${scheme}//*.${env.CONTENT_DOMAIN}`],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure && { maxAge: 63_072_000, includeSubDomains: true },
    crossOriginEmbedderPolicy: false,
  })
  return [nonce, protect, plainForPrograms]
}

/** Programs run nothing, and an answer of the API says by itself how long it may be kept. */
const plainForPrograms: RequestHandler = (request, response, next) => {
  if (isApiPath(request.path)) {
    response.removeHeader('Cache-Control')
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  }
  next()
}

/**
 * Refuses a change that does not come from our own pages. SameSite cookies do not help against
 * package content, which lives on the same site (docs/decisions/0006). The API looks at no cookie, so
 * nobody can be made to ask it something; nor does an address that carries its own permission.
 */
export function ownOriginOnly(env: Env, refuse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request
    if (method === 'GET' || method === 'HEAD') return next()
    if (isApiPath(path) || isSignedPath(path)) return next()
    const origin = request.get('origin')
    const isOwn = origin
      ? origin === env.APP_ORIGIN
      : request.get('sec-fetch-site') === 'same-origin'
    return isOwn ? next() : refuse(request, response, next)
  }
}
