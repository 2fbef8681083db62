import { createHash } from 'node:crypto'

/** Package content is somebody else's, and written as it pleased them: scripts of any kind. */
const ownSources = "'self' data: blob: 'unsafe-inline' 'unsafe-eval'"

/** What stays with the package itself whatever an editor allows. */
const neverWidened = ['object-src', 'worker-src', 'manifest-src']

/**
 * The Content Security Policy of a package's files: the package itself and the hosts that an editor has
 * allowed (their scripts, styles, images, fonts, media, data and frames), nothing else, and no other page
 * around it than ours. Where forms are sent and what stands around it are never widened.
 * @param allowedHosts without scheme, "cdn.example.com" or "cdn.example.com:8443"; reached over https,
 * and where the app itself is on http (a trial) over http too
 */
export function contentPolicy(appOrigin: string, allowedHosts: readonly string[]): string {
  const schemes = appOrigin.startsWith('http:') ? ['https', 'http'] : ['https']
  const allowed = allowedHosts.flatMap((host) => schemes.map((scheme) => ` ${scheme}://${host}`))
  return [
    // The kinds that have no line of their own; each host stands once, since proxies cut long headers.
    `default-src ${ownSources}${allowed.join('')}`,
    ...neverWidened.map((directive) => `${directive} ${ownSources}`),
    "form-action 'self'",
    "base-uri 'self'",
    `frame-ancestors 'self' ${appOrigin}`,
  ].join('; ')
}

/**
 * Where a package's files lie on its content host: "/content/3f0c…/". The policy is part of the address,
 * because browsers keep the files for a year together with the policy that they came with: after a
 * change of what is allowed everything has a new address (decision 0013).
 */
export function contentBase(policy: string): string {
  return `/content/${createHash('sha256').update(policy).digest('hex').slice(0, 12)}/`
}
