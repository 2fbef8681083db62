import { addMonths, daysBetween, type Day } from '~/kernel/dates.ts'

/** How long after its last day a certificate can still be renewed by the refresher (docs/decisions/0025). */
const renewalMonths = 6
/** How long before its last day a certificate is said to end soon. */
const expiringDays = 60

/** The last day on which the refresher renews a certificate. */
export function lastRenewalDay({ validUntil }: { validUntil: Day }): Day {
  return addMonths(validUntil, renewalMonths)
}

/** What a track asks for. */
export interface TrackRule {
  trackId: string
  courseId: string
  moduleIds: readonly string[]
  /** The course's refresher modules. */
  refresherIds: readonly string[]
  validityMonths: number
}

/** A module that was played to its end in Samsyn, on a Swedish day. */
export interface PlayedModule {
  moduleId: string
  on: Day
}

/** A certificate of the track that there is already. */
export interface HeldCertificate {
  id: string
  earnedOn: Day
  validUntil: Day
  isRevoked: boolean
}

/** A certificate that the rule gives and that is not there yet. */
export interface DueCertificate {
  earnedOn: Day
  validUntil: Day
  /** The day on which the one that it renews was earned; null where it renews none. */
  renews: Day | null
}

/** The last day on which a certificate that was earned that day counts. */
export function lastDayOf(earnedOn: Day, validityMonths: number): Day {
  return addMonths(earnedOn, validityMonths)
}

/**
 * The certificates that a person has earned in a track since the latest one, oldest first. A track is met on the day
 * on which the last of its modules is done, unless one of the others would no longer count by then; what one
 * certificate rests on gives no other. The refresher renews one that counts, or did so within the last six months.
 * @param played in any order, with modules of other tracks or without
 * @param held all of the track's, revoked ones included: those are neither renewed nor given again
 */
export function dueCertificates(
  rule: TrackRule,
  played: readonly PlayedModule[],
  held: readonly HeldCertificate[],
): DueCertificate[] {
  let latest = newest(held.map(({ earnedOn }) => earnedOn))
  let current = held
    .filter(({ isRevoked }) => !isRevoked)
    .reduce<Standing | null>(
      (found, one) => (found && found.earnedOn > one.earnedOn ? found : one),
      null,
    )
  const due: DueCertificate[] = []
  for (const day of daysAfter(played, latest)) {
    const isMet = meets(rule, played, { after: latest, until: day })
    const renews = current && isRenewed(rule, played, current, day) ? current.earnedOn : null
    if (!isMet && renews === null) continue
    const validUntil = lastDayOf(day, rule.validityMonths)
    due.push({ earnedOn: day, validUntil, renews })
    current = { earnedOn: day, validUntil }
    latest = day
  }
  return due
}

type Standing = Pick<HeldCertificate, 'earnedOn' | 'validUntil'>

const newest = (days: readonly Day[]) =>
  days.reduce<Day>((last, day) => (day > last ? day : last), '')

function daysAfter(played: readonly PlayedModule[], after: Day): Day[] {
  return [...new Set(played.map(({ on }) => on))].filter((day) => day > after).sort()
}

function meets(
  { moduleIds, validityMonths }: TrackRule,
  played: readonly PlayedModule[],
  { after, until }: { after: Day; until: Day },
): boolean {
  const counting = played.filter(
    ({ on }) => on > after && on <= until && lastDayOf(on, validityMonths) >= until,
  )
  const done = new Set(counting.map(({ moduleId }) => moduleId))
  // On another day than that of a module of the track, nothing new is met.
  const isNewHere = counting.some(
    ({ moduleId, on }) => on === until && moduleIds.includes(moduleId),
  )
  return moduleIds.length > 0 && isNewHere && moduleIds.every((id) => done.has(id))
}

function isRenewed(
  { refresherIds }: TrackRule,
  played: readonly PlayedModule[],
  current: Standing,
  day: Day,
): boolean {
  const isRefreshed = played.some(
    ({ moduleId, on }) => on === day && refresherIds.includes(moduleId),
  )
  return isRefreshed && day <= lastRenewalDay(current)
}

export type RevocationReason = 'mistaken' | 'asked' | 'replaced'

export type CertificateState = 'valid' | 'expiring' | 'expired' | 'revoked'

/** Where a certificate stands on a day: it counts through its last day, and not from the midnight that ends it. */
export function stateOf(
  { validUntil, revokedAt }: { validUntil: Day; revokedAt: Date | null },
  today: Day,
): CertificateState {
  if (revokedAt) return 'revoked'
  if (today > validUntil) return 'expired'
  return daysBetween(today, validUntil) <= expiringDays ? 'expiring' : 'valid'
}

/** A course and a track as they were called when the certificate was earned. */
export interface CertifiedTrack {
  courseTitleSv: string
  courseTitleEn: string
  trackTitleSv: string
  trackTitleEn: string
  courseVersion: string
  earnedOn: Day
  validUntil: Day
}

/** A certificate as its holder sees it. */
export interface CertificateView extends CertifiedTrack {
  id: string
  code: string
  holderName: string | null
  showsName: boolean
  issuedAt: Date
  revokedAt: Date | null
  revokedFor: RevocationReason | null
  state: CertificateState
  /** Whether it was issued for the refresher, on the ground of an earlier one. */
  isRenewal: boolean
}

/** A certificate in a line, as its holder's home tells it. */
export interface CertificateInBrief extends Pick<
  CertifiedTrack,
  'courseTitleSv' | 'courseTitleEn' | 'trackTitleSv' | 'trackTitleEn' | 'validUntil'
> {
  id: string
  /** Neither revoked nor past its last day. */
  isValid: boolean
}

/** What whoever has the code is told. */
export interface VerifiedCertificate extends CertifiedTrack {
  code: string
  state: CertificateState
  /** Only where the holder lets it be seen. */
  holderName: string | null
  revokedAt: Date | null
  revokedFor: RevocationReason | null
}
