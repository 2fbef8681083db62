import type { Env } from '~/platform/env.server.ts'

export type Addressed =
  | { kind: 'app' }
  | { kind: 'content'; hostLabel: string }
  /** Another name of this machine: led to the app's own address. */
  | { kind: 'alias' }
  | { kind: 'unknown' }

/**
 * Whom a request is for, by its Host header: the app, one registration's content host
 * (c-<label>.<CONTENT_DOMAIN>), or another name. Package content must never be answered on the app's host.
 */
export function addressedTo(host: string | undefined, env: Env): Addressed {
  const name = (host ?? '').toLowerCase()
  if (name === new URL(env.APP_ORIGIN).host) return { kind: 'app' }
  const label = /^c-([a-z0-9]{16,63})\.(.+)$/.exec(name)
  if (label && label[2] === env.CONTENT_DOMAIN) return { kind: 'content', hostLabel: label[1]! }
  const bare = name.replace(/:\d+$/, '')
  if (bare === 'localhost' || bare === '127.0.0.1') return { kind: 'alias' }
  return { kind: 'unknown' }
}

/** Where a registration's content lives, as an origin. */
export function contentOrigin(hostLabel: string, env: Env): string {
  return `${new URL(env.APP_ORIGIN).protocol}//c-${hostLabel}.${env.CONTENT_DOMAIN}`
}
