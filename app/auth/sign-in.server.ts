import { askForConfirmation, readPasswordIdentity } from '~/domain/identity/password.server.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { forgetRate, limitRate } from '~/platform/rate-limit.server.ts'
import { verifyPassword } from './password.server.ts'
import { endSession, startSession } from './session.server.ts'

const minutes = (count: number) => count * 60

export type SignInAnswer =
  /** The Set-Cookie header that carries the session. */
  | { kind: 'signed-in'; cookie: string }
  /** The right password, but the address is not confirmed: a new link is on its way. */
  | { kind: 'unconfirmed' }

/**
 * Signs a person in by address and password. An unknown address and a wrong password get the same
 * words after the same work; that an address awaits confirmation is said after the right password only.
 * @param ip where the form came from; a whole workplace may share one
 * @throws Refusal sign-in.failed, rate.limited
 */
export async function signIn(
  request: Request,
  { email, password, ip }: { email: string; password: string; ip: string },
): Promise<SignInAnswer> {
  const pair = `${email} ${ip}`
  await limitRate('sign-in-ip', ip, { points: 1000, seconds: minutes(15) })
  await limitRate('sign-in', pair, { points: 10, seconds: minutes(15) })
  // Against guessing from many places at once.
  await limitRate('sign-in-address', email, { points: 100, seconds: minutes(60) })
  const identity = await readPasswordIdentity({ email })
  const isRight = await verifyPassword(identity?.secretHash, password)
  if (!identity || !isRight) throw new Refusal('sign-in.failed')
  await forgetRate('sign-in', pair)
  await forgetRate('sign-in-address', email)
  if (!identity.emailConfirmed) {
    await limitRate('confirm-email', identity.personId, { points: 5, seconds: minutes(60) })
    await askForConfirmation(identity.personId)
    return { kind: 'unconfirmed' }
  }
  await endSession(request)
  return { kind: 'signed-in', cookie: await startSession(identity.personId) }
}
