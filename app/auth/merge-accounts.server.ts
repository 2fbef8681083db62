import { createHmac, timingSafeEqual } from 'node:crypto'
import { askForMergeLink } from '~/domain/identity/merge.server.ts'
import { readOwnAddress, readPasswordIdentity } from '~/domain/identity/password.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { forgetRate, limitRate } from '~/platform/rate-limit.server.ts'
import { verifyPassword } from './password.server.ts'
import { markOfSession } from './session.server.ts'

const minutes = (count: number) => count * 60
/** How long one may look at what comes together before saying yes. */
const proofMinutes = 15

/**
 * Proves that another account is the asker's, by its address and password. An unknown address and a wrong password
 * get the same words.
 * @returns a proof for the asker alone, good for a quarter of an hour
 * @throws Refusal rate.limited, merge.not-proven (field password), merge.same-account (field email)
 */
export async function proveOtherAccount(
  actor: PersonActor,
  { email, password, ip }: { email: string; password: string; ip: string },
): Promise<string> {
  // The same counts as for signing in: no second way to guess.
  const pair = `${email} ${ip}`
  await limitRate('sign-in', pair, { points: 10, seconds: minutes(15) })
  await limitRate('sign-in-address', email, { points: 100, seconds: minutes(60) })
  const identity = await readPasswordIdentity({ email })
  const isRight = await verifyPassword(identity?.secretHash, password)
  if (!identity || !isRight || !identity.emailConfirmed) {
    throw new Refusal('merge.not-proven', {}, { field: 'password' })
  }
  await forgetRate('sign-in', pair)
  await forgetRate('sign-in-address', email)
  if (identity.personId === actor.personId) {
    throw new Refusal('merge.same-account', {}, { field: 'email' })
  }
  const until = now().getTime() + minutes(proofMinutes) * 1000
  return signed(actor, identity.personId, until)
}

/**
 * Has a link sent by which another account is proved, if the address is a confirmed one; the answer is the same
 * where it is not. The link opens in the asker's session alone: who is sent one that they have not asked for can do
 * nobody a service with it.
 * @throws Refusal rate.limited, merge.same-account (field email), session.expired
 */
export async function mailMergeLink(
  request: Request,
  actor: PersonActor,
  { email, ip }: { email: string; ip: string },
): Promise<void> {
  await limitRate('merge-link-ip', ip, { points: 200, seconds: minutes(60) })
  await limitRate('merge-link-asker', actor.personId, { points: 5, seconds: minutes(60) })
  await limitRate('merge-link', email, { points: 5, seconds: minutes(60) })
  if (email === (await readOwnAddress(actor))) {
    throw new Refusal('merge.same-account', {}, { field: 'email' })
  }
  const boundTo = await markOfSession(request)
  if (!boundTo) throw new Refusal('session.expired')
  await askForMergeLink(actor, { email, boundTo })
}

/**
 * Whose account a proof is about.
 * @throws Refusal merge.proof-old where it is too old, or not the asker's
 */
export function provenAccount(actor: PersonActor, proof: string): string {
  const [otherId = '', until = ''] = proof.split('.')
  const wanted = Buffer.from(signed(actor, otherId, Number(until)))
  const given = Buffer.from(proof)
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!isOurs || now().getTime() > Number(until)) throw new Refusal('merge.proof-old')
  return otherId
}

function signed({ personId }: PersonActor, otherId: string, until: number): string {
  const seal = createHmac('sha256', env().SECRET)
    .update(`merge ${personId} ${otherId} ${until}`)
    .digest('base64url')
  return `${otherId}.${until}.${seal}`
}
