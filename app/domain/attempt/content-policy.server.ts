import { createHash } from 'node:crypto'

const ownConnections = "'self' data: blob:"
/** Package content is somebody else's, and written as it pleased them: scripts of any kind. */
const ownSources = `${ownConnections} 'unsafe-inline' 'unsafe-eval'`

/**
 * What the frame around a page of a package lets it do. Said by the page as well, since a page may also be
 * opened by itself.
 */
export const contentSandbox =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads'

/** The headers that bind a package's files, by name: to be sent with every one of them. */
export type ContentPolicy = Record<'Content-Security-Policy' | 'Connection-Allowlist', string>

/** What stays with the package itself whatever an editor allows. */
const neverWidened = ['object-src', 'worker-src', 'manifest-src']

/**
 * What binds a package's files: they reach the package itself and the hosts that an editor has allowed, and
 * nothing else, by no means that a browser has.
 * @param allowedHosts without scheme, "cdn.example.com" or "cdn.example.com:8443"; reached over https,
 * and where the app itself is on http (a trial) over http too
 */
export function contentPolicy(appOrigin: string, allowedHosts: readonly string[]): ContentPolicy {
  const isTrial = appOrigin.startsWith('http:')
  const over = (...schemes: string[]) =>
    allowedHosts.flatMap((host) => schemes.map((scheme) => `${scheme}://${host}`))
  const pages = isTrial ? over('https', 'http') : over('https')
  const sockets = isTrial ? over('wss', 'ws') : over('wss')
  return {
    'Content-Security-Policy': securityPolicy(appOrigin, pages, sockets),
    'Connection-Allowlist': connectionAllowlist([...pages, ...sockets]),
  }
}

/**
 * The connections that a page may make at all, for the means that the security policy has no word for:
 * WebRTC, and connections made ready ahead. Where an allowed host leads on, the security policy decides.
 * @param origins beside the one that the answer comes from, with scheme
 * @see https://wicg.github.io/connection-allowlists/ (Chromium 152 and later; others leave it unread)
 */
export function connectionAllowlist(origins: readonly string[] = []): string {
  const list = ['response-origin', ...origins.map((origin) => `"${origin}"`)].join(' ')
  return `(${list});webrtc=block;redirects=allow`
}

/**
 * The allowed hosts' scripts, styles, images, fonts, media, data and frames, and no other page around it than
 * ours; opened by itself it may do no more than in our frame. Where forms are sent and what stands around it
 * are never widened.
 */
function securityPolicy(appOrigin: string, pages: string[], sockets: string[]): string {
  const spaced = (origins: string[]) => origins.map((origin) => ` ${origin}`).join('')
  const allowed = spaced(pages)
  return [
    // The kinds that have no line of their own: a line for each would be cut by proxies.
    `default-src ${ownSources}${allowed}`,
    // Sockets have a scheme of their own, and what has a line of its own must say all of it.
    ...(sockets.length === 0 ? [] : [`connect-src ${ownConnections}${allowed}${spaced(sockets)}`]),
    ...neverWidened.map((directive) => `${directive} ${ownSources}`),
    "form-action 'self'",
    "base-uri 'self'",
    `frame-ancestors 'self' ${appOrigin}`,
    `sandbox ${contentSandbox}`,
  ].join('; ')
}

/**
 * Where a package's files lie on its content host: "/content/3f0c…/". The policy is part of the address,
 * because browsers keep the files for a year together with the policy that they came with: after a
 * change of what is allowed everything has a new address (decision 0013).
 */
export function contentBase(policy: ContentPolicy): string {
  return baseOf(Object.values(policy))
}

/**
 * The same on an open host, which stays with its module when a new version comes: the package is part of the
 * address too.
 */
export function openBase(policy: ContentPolicy, packageId: string): string {
  return baseOf([...Object.values(policy), packageId])
}

function baseOf(parts: string[]): string {
  return `/content/${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 12)}/`
}
