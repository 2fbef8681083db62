import type { AdministratorForm } from '~/domain/identity/person.schema.ts'
import { makeLink } from '~/domain/identity/one-time-link.server.ts'
import { administratorExists } from '~/domain/identity/role-grant.server.ts'
import { registerAdministrator } from '~/domain/identity/sign-up.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { hashPassword } from './password.server.ts'
import { startSession } from './session.server.ts'

/**
 * A path that makes whoever opens it the first administrator, once and within 24 hours; the links
 * made before stop working. Null when there is an administrator already.
 */
export async function createAdministratorLink(): Promise<string | null> {
  if (await administratorExists(systemActor)) return null
  return makeLink('administrator', null)
}

/**
 * Makes the first administrator by that link and signs them in.
 * @returns the Set-Cookie header of the session
 * @throws Refusal link.not-valid, administrator.exists, administrator.address-known, rate.limited
 */
export async function becomeAdministrator(
  secret: string | undefined,
  { password, ...account }: AdministratorForm,
  ip: string,
): Promise<string> {
  await limitRate('administrator-ip', ip, { points: 30, seconds: 3600 })
  const passwordHash = await hashPassword(password)
  return startSession(await registerAdministrator(secret, { ...account, passwordHash }))
}
