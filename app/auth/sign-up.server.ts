import { readOpenInvitation } from '~/domain/identity/accept-invitation.server.ts'
import type { AcceptSignUpForm } from '~/domain/identity/invitation.schema.ts'
import type { InvitationLink } from '~/domain/identity/invitation.server.ts'
import { findOpenCode } from '~/domain/identity/join.server.ts'
import type { JoinSignUpForm } from '~/domain/identity/join-code.schema.ts'
import {
  registerByCode,
  registerInvited,
  registerPerson,
} from '~/domain/identity/sign-up.server.ts'
import type { SignUpForm } from '~/domain/identity/person.schema.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { refuseAddress } from './new-password.server.ts'
import { hashPassword } from './password.server.ts'
import { inSteadyTime } from './steady-time.server.ts'

const hour = 3600

/**
 * Makes an account, or has the owner of a known address told; the answer is the same, and takes as long.
 * @param ip where the form came from; a whole workplace may share one
 * @throws Refusal rate.limited, workplace.unknown, municipality.unknown
 */
export async function signUp(form: SignUpForm, ip: string): Promise<void> {
  await limitSignUps(form.email, ip)
  const { password, ...account } = form
  const passwordHash = await hashPassword(password)
  await inSteadyTime(() => registerPerson({ ...account, passwordHash }))
}

/**
 * The same for one who joins a unit by a code.
 * @throws Refusal rate.limited, join.code-unknown, join.revoked, join.expired, join.full
 */
export async function signUpByCode(
  form: JoinSignUpForm,
  code: string | undefined,
  ip: string,
): Promise<void> {
  const codeId = await findOpenCode(code, ip)
  await limitSignUps(form.email, ip)
  const { password, ...account } = form
  const passwordHash = await hashPassword(password)
  await inSteadyTime(() => registerByCode({ ...account, passwordHash }, codeId))
}

/**
 * The same for one who takes an invitation, for the address that it was sent to.
 * @throws Refusal rate.limited, password.is-address, invitation.not-valid, invitation.accepted,
 *   invitation.expired, invitation.revoked, invitation.has-account
 */
export async function signUpInvited(
  form: AcceptSignUpForm,
  link: InvitationLink,
  ip: string,
): Promise<void> {
  const { id, email } = await readOpenInvitation(link)
  await limitSignUps(email, ip)
  refuseAddress(form.password, email)
  const { password, ...account } = form
  await registerInvited({ ...account, email, passwordHash: await hashPassword(password) }, id)
}

async function limitSignUps(email: string, ip: string): Promise<void> {
  await limitRate('sign-up-ip', ip, { points: 500, seconds: hour })
  await limitRate('sign-up', email, { points: 5, seconds: hour })
}
