import {
  askForReset,
  changePassword,
  readOwnAddress,
  readPasswordIdentity,
  readResetAddress,
  resetPassword,
  type PasswordLink,
} from '~/domain/identity/password.server.ts'
import { passwordFault } from '~/domain/identity/password-rules.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { forgetRate, limitRate } from '~/platform/rate-limit.server.ts'
import { hashPassword, verifyPassword } from './password.server.ts'
import { startSession } from './session.server.ts'

const hour = 3600

/**
 * Has a link sent to choose a new password, if the address is somebody's.
 * @throws Refusal rate.limited
 */
export async function forgetPassword(email: string, ip: string): Promise<void> {
  await limitRate('forgot-password-ip', ip, { points: 200, seconds: hour })
  await limitRate('forgot-password', email, { points: 5, seconds: hour })
  await askForReset(email)
}

/**
 * Sets the password that a person chose by a link from the mail; every session of theirs ends.
 * @throws Refusal link.not-valid, password.is-address
 */
export async function choosePassword(
  secret: string | undefined,
  password: string,
  purpose: PasswordLink = 'reset-password',
): Promise<void> {
  refuseAddress(password, await readResetAddress(secret, purpose))
  await resetPassword(secret, await hashPassword(password), purpose)
}

/**
 * Sets a new password for one who knows the old one. Every session ends, and this one goes on anew.
 * @returns the Set-Cookie header of the new session
 * @throws Refusal password.wrong, password.is-address, rate.limited
 */
export async function replacePassword(
  actor: PersonActor,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<string> {
  const { personId } = actor
  await limitRate('change-password', personId, { points: 10, seconds: hour })
  const identity = await readPasswordIdentity({ personId })
  if (!(await verifyPassword(identity?.secretHash, currentPassword))) {
    throw new Refusal('password.wrong', {}, { field: 'currentPassword' })
  }
  refuseAddress(password, await readOwnAddress(actor))
  await changePassword(actor, await hashPassword(password))
  await forgetRate('change-password', personId)
  return startSession(personId)
}

/**
 * Refuses a password that is the own address: the form knows the other rules, the address only the server.
 * @throws Refusal password.is-address (field password)
 */
export function refuseAddress(password: string, address: string | undefined): void {
  if (passwordFault(password, address) === 'password.is-address') {
    throw new Refusal('password.is-address', {}, { field: 'password' })
  }
}
