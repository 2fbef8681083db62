import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { now } from '~/kernel/clock.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { database, rows } from './db/database.server.ts'
import { sql } from './db/sql.server.ts'
import { env } from './env.server.ts'
import { singleton } from './singleton.server.ts'

export interface Limit {
  /** How many within the time. */
  points: number
  seconds: number
}

const limiters = singleton('rate-limiters', () => new Map<string, RateLimiterPostgres>())

function limiterFor(name: string, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: database().pool,
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  })
  limiters.set(name, made)
  return made
}

/** A key that tells nothing: the address or e-mail is hashed with the installation's secret. */
function hiddenKey(value: string): string {
  return createHmac('sha256', env().SECRET).update(value).digest('base64url').slice(0, 32)
}

/**
 * Counts one use of `name` by `key` and refuses the one too many.
 * @throws Refusal rate.limited with how many minutes to wait
 */
export async function limitRate(name: string, key: string, limit: Limit): Promise<void> {
  const { allowed, seconds } = await countRate(name, key, limit)
  if (allowed) return
  throw new Refusal('rate.limited', { count: Math.max(1, Math.ceil(seconds / 60)) })
}

export interface Rate {
  allowed: boolean
  /** How many are left. */
  remaining: number
  /** Whole seconds until the count begins anew. */
  seconds: number
}

/** Counts one use of `name` by `key` and tells how many are left, for answers that say so. */
export async function countRate(name: string, key: string, limit: Limit): Promise<Rate> {
  const { counted, allowed } = await consume(name, key, limit)
  return {
    allowed,
    remaining: counted.remainingPoints,
    seconds: Math.ceil(counted.msBeforeNext / 1000),
  }
}

/** Tells the same without counting; allowed while the next use would be. */
export async function readRate(name: string, key: string, limit: Limit): Promise<Rate> {
  const counted = await limiterFor(name, limit).get(hiddenKey(key))
  const { remainingPoints: remaining = limit.points, msBeforeNext = 0 } = counted ?? {}
  return { allowed: remaining > 0, remaining, seconds: Math.ceil(msBeforeNext / 1000) }
}

async function consume(name: string, key: string, limit: Limit) {
  try {
    return { allowed: true, counted: await limiterFor(name, limit).consume(hiddenKey(key)) }
  } catch (error) {
    // The limiter throws the one too many.
    if (!(error instanceof RateLimiterRes)) throw error
    return { allowed: false, counted: error }
  }
}

/** Forgets what was counted, after a sign-in that went well. */
export async function forgetRate(name: string, key: string): Promise<void> {
  await limiters.get(name)?.delete(hiddenKey(key))
}

/** Removes the counts whose time is over. @returns how many */
export async function forgetExpiredRates(): Promise<number> {
  const removed = await rows(
    sql`delete from rate_limit where expire < ${now().getTime()} returning key`,
  )
  return removed.length
}
