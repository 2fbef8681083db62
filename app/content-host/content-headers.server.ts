import type { Response } from 'express'
import { env } from '~/platform/env.server.ts'

/** What every answer of a content host carries. No cookie is ever set or read here. */
export function setHostHeaders(response: Response): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
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
  return policyOf({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': env().APP_ORIGIN,
  })
}

/**
 * Package content is somebody else's and written as it pleased them: scripts of any kind, but nothing
 * from another host, nothing sent to one, and no other page around it than ours.
 */
export function contentPolicy(): string {
  return policyOf({
    'default-src': "'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    'form-action': "'self'",
    'base-uri': "'self'",
    'frame-ancestors': `'self' ${env().APP_ORIGIN}`,
  })
}

function policyOf(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
