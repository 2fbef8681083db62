import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { normalisePassword } from '~/domain/identity/password-rules.ts'
import { singleton } from '~/platform/singleton.server.ts'

/**
 * Argon2id (the package's own choice of kind) with the least that OWASP's Password Storage Cheat
 * Sheet asks for: 19 MiB, two passes, one lane. Some 30 ms on a small server, and the same in tests.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A new password's hash, parameters and salt included ("$argon2id$v=19$m=19456,t=2,p=1$..."). */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), cost)
}

// Held against when the address is unknown: an answer takes as long as for a known one.
const dummyHash = () => singleton('dummy-hash', () => hash(randomBytes(32), cost))

/** Whether the password is the right one. Takes as long when there is no hash to hold it against. */
export async function verifyPassword(
  secretHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const dummy = await dummyHash()
  const matches = await verify(secretHash ?? dummy, normalisePassword(password))
  return matches && !!secretHash
}
