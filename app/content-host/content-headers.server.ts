import type { Response } from 'express'
import { env } from '~/platform/env.server.ts'

/**
 * For answers that are no page: nothing runs in them, and they have no origin. Without it, package
 * content could frame such an answer and use the frame's window, which no policy binds, to reach
 * whatever it likes.
 */
export const lockedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** What every answer of a content host carries. No cookie is ever set or read here. */
export function setHostHeaders(response: Response): void {
  response.setHeader('Content-Security-Policy', lockedPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-DNS-Prefetch-Control', 'off')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-site')
  response.setHeader('X-Robots-Tag', 'noindex')
  response.setHeader(
    'Permissions-Policy',
    // Older content ends its session when it is unloaded, which browsers are about to stop telling it.
    'unload=*, camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()',
  )
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
