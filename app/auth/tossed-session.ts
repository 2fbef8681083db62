import type { RequestHandler } from 'express'

/**
 * Sends a request back for another go when it carries two session cookies. Only package content, on a
 * host below ours, can have added the second, for our whole domain, so that one person would act as
 * another; it is taken away by every path and domain that it can have been set for, and ours, which no
 * domain is told of, stays. Under TLS the cookie's name begins with __Host-, which browsers let nobody do
 * this to (RFC 6265bis, 4.1.3.2).
 */
export function withoutTossedSession(appOrigin: string): RequestHandler {
  const { protocol, hostname } = new URL(appOrigin)
  return (request, response, next) => {
    const isTossed = (request.headers.cookie?.match(/(?:^|;\s*)session=/g)?.length ?? 0) > 1
    if (protocol === 'https:' || !isTossed) return next()
    const path = request.originalUrl.split('?')[0]!
    const forgotten = domainsAbove(hostname).flatMap((domain) =>
      pathsAbove(path).map((above) => `session=; Max-Age=0; Domain=${domain}; Path=${above}`),
    )
    response.setHeader('Set-Cookie', forgotten)
    // 307: a form that was sent is sent again, with all that was written in it.
    response.redirect(307, request.originalUrl)
  }
}

/** "a.b.c" → "a.b.c", "b.c": what a cookie that reaches a host may name as its domain. */
export function domainsAbove(hostname: string): string[] {
  const labels = hostname.split('.')
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'))
}

/** "/a/b" → "/", "/a", "/a/", "/a/b", "/a/b/": what a cookie that reaches an address may name as its path. */
export function pathsAbove(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '')
  const folders = parts.map((_, upTo) => `/${parts.slice(0, upTo + 1).join('/')}`)
  return ['/', ...folders.flatMap((folder) => [folder, `${folder}/`])]
}
