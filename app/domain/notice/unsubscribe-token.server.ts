import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '~/platform/env.server.ts'

const macOf = (id: Buffer) =>
  createHmac('sha256', env().SECRET).update('unsubscribe').update(id).digest().subarray(0, 16)

/** What a link in a mail carries by which its reader says no without signing in: whose it is, signed. It never ends. */
export function unsubscribeToken(personId: string): string {
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, macOf(id)]).toString('base64url')
}

/** Whose a token is; null for one that is none of ours. */
export function readUnsubscribeToken(token: string | undefined): string | null {
  if (!token || !/^[\w-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (bytes.length !== 32 || !timingSafeEqual(bytes.subarray(16), macOf(id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
