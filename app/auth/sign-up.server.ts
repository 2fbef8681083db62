import { findOpenCode } from '~/domain/identity/join.server.ts'
import type { JoinSignUpForm } from '~/domain/identity/join-code.schema.ts'
import { registerByCode, registerPerson } from '~/domain/identity/sign-up.server.ts'
import type { SignUpForm } from '~/domain/identity/person.schema.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
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

async function limitSignUps(email: string, ip: string): Promise<void> {
  await limitRate('sign-up-ip', ip, { points: 500, seconds: hour })
  await limitRate('sign-up', email, { points: 5, seconds: hour })
}
