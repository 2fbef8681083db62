import { env } from '~/platform/env.server.ts'

/** Where a code is typed in, as it is read from a screen, where its QR code leads, and where its session is evaluated. */
export function checkInAddress(code: string): {
  start: string
  direct: string
  evaluation: string
} {
  const origin = env().APP_ORIGIN
  return {
    start: `${origin.replace(/^https?:\/\//, '')}/check-in`,
    direct: `${origin}/check-in/${code}`,
    evaluation: `${origin}/check-in/${code}/evaluation`,
  }
}

/** Where people sign up for an activity. */
export function attendAddress(key: string): string {
  return `${env().APP_ORIGIN}/attend/${key}`
}
