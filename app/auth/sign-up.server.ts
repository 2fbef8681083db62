import { registerPerson } from '~/domain/identity/sign-up.server.ts'
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
  await limitRate('sign-up-ip', ip, { points: 500, seconds: hour })
  await limitRate('sign-up', form.email, { points: 5, seconds: hour })
  const { password, ...account } = form
  const passwordHash = await hashPassword(password)
  await inSteadyTime(() => registerPerson({ ...account, passwordHash }))
}
