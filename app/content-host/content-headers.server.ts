import type { Response } from 'express'
import { connectionAllowlist } from '~/domain/attempt/content-policy.server.ts'
import { env } from '~/platform/env.server.ts'

/**
 * For answers that are no page: nothing runs in them, and they have no origin. Without it, package
 * content could frame such an answer and use the frame's window, which no policy binds, to reach
 * whatever it likes.
 */
export const lockedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** What every answer of a content host carries. No cookie is ever set or read here. */
export const hostHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': lockedPolicy,
  'Connection-Allowlist': connectionAllowlist(),
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-site',
  'X-Robots-Tag': 'noindex',
  // Older content ends its session when it is unloaded, which browsers are about to stop telling it.
  'Permissions-Policy':
    'unload=*, camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()',
}

/** Puts them on an answer. */
export function setHostHeaders(response: Response): void {
  for (const [name, value] of Object.entries(hostHeaders)) response.setHeader(name, value)
}

/** The player frame: our script and style, the content below it, the app's page above it. */
export function framePolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${env().APP_ORIGIN}`,
  ].join('; ')
}
