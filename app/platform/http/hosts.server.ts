import type { Env } from '~/platform/env.server.ts'

export type Addressed =
  | { kind: 'app' }
  | { kind: 'content'; hostLabel: string }
  /** A module's own, where it is taken without signing in. */
  | { kind: 'open'; hostLabel: string }
  /** A version's, where editors look at it. */
  | { kind: 'preview'; hostLabel: string }
  /** Another name of this machine: led to the app's own address. */
  | { kind: 'alias' }
  | { kind: 'unknown' }

const kindsOfHost = { c: 'content', o: 'open', p: 'preview' } as const

/**
 * Whom a request is for, by its Host header: the app, one registration's content host
 * (c-<label>.<CONTENT_DOMAIN>), one module's open host (o-<label>.<CONTENT_DOMAIN>), one version's preview host
 * (p-<label>.<CONTENT_DOMAIN>), or another name. Package content must never be answered on the app's host.
 */
export function addressedTo(host: string | undefined, env: Env): Addressed {
  const name = (host ?? '').toLowerCase()
  if (name === new URL(env.APP_ORIGIN).host) return { kind: 'app' }
  const [, kind, hostLabel, domain] = /^([cop])-([a-z0-9]{16,63})\.(.+)$/.exec(name) ?? []
  if (hostLabel !== undefined && domain === env.CONTENT_DOMAIN) {
    return { kind: kindsOfHost[kind as keyof typeof kindsOfHost], hostLabel }
  }
  const bare = name.replace(/:\d+$/, '')
  if (bare === 'localhost' || bare === '127.0.0.1') return { kind: 'alias' }
  return { kind: 'unknown' }
}

/** Where a registration's content lives, as an origin. */
export function contentOrigin(hostLabel: string, env: Env): string {
  return `${new URL(env.APP_ORIGIN).protocol}//c-${hostLabel}.${env.CONTENT_DOMAIN}`
}

/** Where a module lives that is taken without signing in, as an origin. */
export function openOrigin(hostLabel: string, env: Env): string {
  return `${new URL(env.APP_ORIGIN).protocol}//o-${hostLabel}.${env.CONTENT_DOMAIN}`
}

/** Where editors look at a version, as an origin. */
export function previewOrigin(hostLabel: string, env: Env): string {
  return `${new URL(env.APP_ORIGIN).protocol}//p-${hostLabel}.${env.CONTENT_DOMAIN}`
}
