import { env } from '~/platform/env.server.ts'

/** Where a join code is typed in, as it is read from paper, and where its link and QR code lead. */
export function joinAddress(code: string): { start: string; direct: string } {
  const origin = env().APP_ORIGIN
  return {
    start: `${origin.replace(/^https?:\/\//, '')}/join`,
    direct: `${origin}/join/${code}`,
  }
}
