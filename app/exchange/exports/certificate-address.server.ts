import { env } from '~/platform/env.server.ts'

/** Where whoever has a code sees what its certificate says. In Swedish, as it stands on paper. */
export function verificationAddress(code: string): string {
  return `${env().APP_ORIGIN}/intyg/${code}`
}
