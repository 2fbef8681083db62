/** What a one-time link is for. */
export type LinkPurpose =
  'confirm-email' | 'reset-password' | 'invitation' | 'administrator' | 'merge-accounts'

/** How long a link is good, in minutes: seven days, one hour, fourteen days, one day, a quarter of an hour. */
const linkMinutes: Record<LinkPurpose, number> = {
  'confirm-email': 7 * 24 * 60,
  'reset-password': 60,
  invitation: 14 * 24 * 60,
  administrator: 24 * 60,
  'merge-accounts': 15,
}

export interface Link {
  purpose: string
  expiresAt: Date
  usedAt: Date | null
}

/** When a link made at a moment stops working. */
export function linkExpiry(purpose: LinkPurpose, madeAt: Date): Date {
  return new Date(madeAt.getTime() + linkMinutes[purpose] * 60_000)
}

/** Whether a link opens what it is asked to open: made for it, not used, not too old. */
export function isUsable(link: Link, purpose: LinkPurpose, at: Date): boolean {
  return link.purpose === purpose && link.usedAt === null && at < link.expiresAt
}

/** Whether a text has the form of a link's secret: 32 bytes in base64url. */
export function isLinkSecret(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text)
}
