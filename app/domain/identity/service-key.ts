import type { ServiceScope } from '~/kernel/actor.ts'
import { addDays, type Day } from '~/kernel/dates.ts'

const sign = 'samsyn_'

/** How much of a secret is kept to tell keys apart by: the sign and 8 of its 43 characters. */
export const prefixLength = sign.length + 8

/** The longest time that a key may be given, in days: two years. */
export const longestKeyDays = 730

/** A key's secret as text: a sign that scanners for lost secrets can look for, and 32 random bytes. */
export function keySecretOf(random: Buffer): string {
  return sign + random.toString('base64url')
}

/** Whether a text has the form of a key's secret. */
export function isKeySecret(text: string | undefined): text is string {
  return text !== undefined && /^samsyn_[A-Za-z0-9_-]{43}$/.test(text)
}

/** The last day that a key made today may be given. */
export function latestKeyDay(today: Day): Day {
  return addDays(today, longestKeyDays)
}

export interface KeyDates {
  /** The last day on which it opens anything, Swedish time. */
  validTo: Day
  revokedAt: Date | null
}

export type KeyStatus = 'valid' | 'expired' | 'revoked'

/** Whether a key opens anything on a day. */
export function keyStatusOf({ validTo, revokedAt }: KeyDates, day: Day): KeyStatus {
  if (revokedAt !== null) return 'revoked'
  return day <= validTo ? 'valid' : 'expired'
}

/** A key as administrators see it; never its secret. */
export interface KeyView extends KeyDates {
  keyId: string
  name: string
  /** The beginning of its secret. */
  prefix: string
  scopes: ServiceScope[]
  createdAt: Date
  lastUsedAt: Date | null
  status: KeyStatus
}
