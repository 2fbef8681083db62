/** What a browser would fetch from a host or tell it. */
export const hostKinds = [
  'script',
  'style',
  'font',
  'image',
  'media',
  'frame',
  'connect',
  'form',
  'link',
] as const

export type HostKind = (typeof hostKinds)[number]

/** Of one package: the answer's header has to pass through proxies. */
export const mostAllowedHosts = 30

/**
 * A host as it is kept, "cdn.example.com" or "cdn.example.com:8443", from what an editor wrote: lower
 * case, "å" as networks write it, no port that goes without saying. Null for what is no whole name: an
 * address with "https://" or a path, a wildcard, a single word.
 */
export function hostOf(written: string): string | null {
  if (/[^\p{L}\p{M}\p{N}.:-]/u.test(written)) return null
  const host = plainHost(written)
  const [name = ''] = host.split(':')
  return wholeName.test(name) && name.length <= 253 ? host : null
}

/**
 * A host in the one way of writing that is found, allowed and compared: lower case, "å" as networks write
 * it, without the port where it is that of http or https. Empty for what is no host.
 */
export function plainHost(written: string): string {
  try {
    return new URL(`https://${written}`).host.replace(/:80$/, '')
  } catch {
    return ''
  }
}

const wholeName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Whether a host is one of ours: the app's, or a content host. No package may speak to those.
 * @param own the hosts of the app and of all content, with their ports
 */
export function isOwnHost(host: string, own: readonly string[]): boolean {
  const name = nameOf(host)
  return own.some((ours) => name === nameOf(ours) || name.endsWith(`.${nameOf(ours)}`))
}

const nameOf = (host: string) => host.replace(/:\d+$/, '')
