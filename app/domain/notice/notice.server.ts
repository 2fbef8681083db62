import { inviteEach } from '~/domain/identity/invite-imported.server.ts'
import { noteInvitationSent, readInvitationLetter } from '~/domain/identity/invitation.server.ts'
import { makeLink } from '~/domain/identity/one-time-link.server.ts'
import { readRecipient } from '~/domain/identity/profile.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { Language } from '~/i18n/format.ts'
import { env } from '~/platform/env.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { pathForLog } from '~/platform/log.server.ts'
import { sendMail } from '~/platform/mail.server.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import type { FaultReport } from './notice.schema.ts'
import { writeNotice, type Notice } from './notice.ts'

/** Fault reports on their way to the support's mailbox. */
export const faultReportQueue = 'fault-report'

const addressOf = (path: string) => env().APP_ORIGIN + path

/**
 * Writes a notice in the reader's language and sends it.
 * @throws the mail transport's error; the calling job tries again
 */
async function sendNotice(
  to: { email: string; language: Language },
  notice: Notice,
): Promise<void> {
  const written = writeNotice(i18nOf(to.language), notice, env().SUPPORT_EMAIL)
  await sendMail({ to: to.email, ...written })
}

/** A person who has been removed meanwhile is told nothing. */
async function tell(personId: string, write: () => Promise<Notice> | Notice): Promise<void> {
  const recipient = await readRecipient(personId)
  if (recipient) await sendNotice(recipient, await write())
}

/** Sends a link that confirms the person's address. The secret is made here, and lies in the mail alone. */
export async function sendConfirmation(personId: string): Promise<void> {
  await tell(personId, async () => ({
    kind: 'confirm-email',
    link: addressOf(await makeLink('confirm-email', personId)),
  }))
}

/** Sends a link to choose a new password; likewise. */
export async function sendResetLink(personId: string): Promise<void> {
  await tell(personId, async () => ({
    kind: 'reset-password',
    link: addressOf(await makeLink('reset-password', personId)),
  }))
}

/** Sends a link by which the account is proved to be the asker's; likewise. It opens in the session that asked. */
export async function sendMergeLink(personId: string, boundTo: string): Promise<void> {
  await tell(personId, async () => ({
    kind: 'merge-accounts',
    link: addressOf(await makeLink('merge-accounts', personId, boundTo)),
  }))
}

/** Sends everybody whom a file has made an account for a link by which to claim it, once; likewise. */
export async function sendInvitations(importId: string): Promise<void> {
  await inviteEach(importId, (personId) =>
    tell(personId, async () => ({
      kind: 'invitation',
      link: addressOf(await makeLink('invitation', personId)),
    })),
  )
}

/** Sends the letter of an invitation to a unit, unless it has been answered or taken back meanwhile. */
export async function sendUnitInvitation(invitationId: string): Promise<void> {
  const letter = await readInvitationLetter(invitationId)
  if (!letter) return
  const { email, language, unitName, organisationName, path } = letter
  const where = unitName === organisationName ? unitName : `${unitName}, ${organisationName}`
  await sendNotice({ email, language }, { kind: 'unit-invitation', where, link: addressOf(path) })
  await noteInvitationSent(invitationId)
}

/** Tells the owner of an address that somebody wanted to make an account for it. */
export async function sendAlreadyRegistered(personId: string): Promise<void> {
  await tell(personId, () => ({
    kind: 'already-registered',
    signIn: addressOf('/sign-in'),
    forgotPassword: addressOf('/forgot-password'),
  }))
}

/** Tells a person what the organisation has answered. */
export async function sendDecision(
  personId: string,
  decision: 'confirmed' | 'declined',
): Promise<void> {
  await tell(personId, () => ({
    kind: `affiliation-${decision}`,
    profile: addressOf('/profile'),
  }))
}

/**
 * Takes a fault report in and has it mailed to the support.
 * @param ip where the form came from
 * @throws Refusal rate.limited
 */
export async function reportFault(report: FaultReport, ip: string): Promise<void> {
  await limitRate('report-fault', ip, { points: 20, seconds: 3600 })
  await queueJob(faultReportQueue, { ...report, page: pathForLog(report.page) })
}

/** Mails a fault report to the support. */
export async function sendFaultReport({ page, code, what, email }: FaultReport): Promise<void> {
  await sendNotice(
    { email: env().SUPPORT_EMAIL, language: 'sv' },
    { kind: 'fault-report', page, code, what, contact: email },
  )
}
