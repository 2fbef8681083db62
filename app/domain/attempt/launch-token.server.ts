import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a launch may do: write to this attempt, from this content host, as this writer. */
export interface Launch {
  attemptId: string
  hostLabel: string
  /** A new one for each launch; the latest that asks for the state may write. */
  writer: string
  /**
   * play: takes the attempt over. flush: only adds what an earlier launch has left in the browser, and
   * leaves the attempt to whoever plays it.
   */
  purpose: 'play' | 'flush'
}

/** A day's sitting still saves, also when the sign-in has lapsed meanwhile. */
export const launchHours = 12

/**
 * Signs a launch for the player frame, which has no cookie: base64url of the claims, a dot, and
 * their HMAC-SHA256.
 * @param secret the installation's own (SECRET); @param at when it is given out
 */
export function signLaunch(launch: Launch, secret: string, at: Date): string {
  const expires = Math.floor(at.getTime() / 1000) + launchHours * 3600
  const { attemptId, hostLabel, writer, purpose } = launch
  const claims = Buffer.from(JSON.stringify([attemptId, hostLabel, writer, purpose, expires]))
  const body = claims.toString('base64url')
  return `${body}.${signatureOf(body, secret).toString('base64url')}`
}

/**
 * What a token allows on a content host; null when it is not ours, not for this host, or too old.
 */
export function verifyLaunch(
  token: string,
  hostLabel: string,
  secret: string,
  at: Date,
): Launch | null {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return null
  const given = Buffer.from(signature, 'base64url')
  const wanted = signatureOf(body, secret)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    string,
    Launch['purpose'],
    number,
  ]
  const [attemptId, host, writer, purpose, expires] = claims
  if (host !== hostLabel || expires * 1000 <= at.getTime()) return null
  return { attemptId, hostLabel, writer, purpose }
}

// The purpose is part of what is signed: the same secret may sign other things elsewhere.
function signatureOf(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`launch:${body}`).digest()
}
