import type { I18n } from '~/i18n/i18n.tsx'

/** What a person is told by mail. Links are whole addresses. */
export type Notice =
  | { kind: 'confirm-email'; link: string }
  | { kind: 'already-registered'; signIn: string; forgotPassword: string }
  | { kind: 'reset-password'; link: string }
  | { kind: 'invitation'; link: string }
  | { kind: 'unit-invitation'; where: string; link: string }
  | { kind: 'merge-accounts'; link: string }
  | { kind: 'affiliation-confirmed'; profile: string }
  | { kind: 'affiliation-declined'; profile: string }
  | { kind: 'fault-report'; page: string; code: string; what: string; contact: string | null }

export interface WrittenNotice {
  subject: string
  /** Plain text; addresses on lines of their own. */
  text: string
}

/**
 * A notice in words. Subjects say nothing of what Samsyn is about: others may see them on a screen.
 * @param support the address that answers questions
 */
export function writeNotice(i18n: I18n, notice: Notice, support: string): WrittenNotice {
  return {
    subject: i18n.t(`notice.${notice.kind}.subject`),
    text: inFrame(i18n, bodyOf(i18n, notice), support),
  }
}

/** A text between the greeting and where to turn. */
export function inFrame({ t }: I18n, text: string, support: string): string {
  return `${t('notice.greeting')}\n\n${text}\n\n${t('notice.footer', { support })}\n`
}

function bodyOf({ t }: I18n, notice: Notice): string {
  switch (notice.kind) {
    case 'confirm-email':
      return t('notice.confirm-email.body', { link: notice.link })
    case 'already-registered':
      return t('notice.already-registered.body', {
        signIn: notice.signIn,
        forgotPassword: notice.forgotPassword,
      })
    case 'reset-password':
      return t('notice.reset-password.body', { link: notice.link })
    case 'invitation':
      return t('notice.invitation.body', { link: notice.link })
    case 'unit-invitation':
      return t('notice.unit-invitation.body', { where: notice.where, link: notice.link })
    case 'merge-accounts':
      return t('notice.merge-accounts.body', { link: notice.link })
    case 'affiliation-confirmed':
      return t('notice.affiliation-confirmed.body', { profile: notice.profile })
    case 'affiliation-declined':
      return t('notice.affiliation-declined.body', { profile: notice.profile })
    case 'fault-report':
      return t('notice.fault-report.body', {
        page: notice.page,
        code: notice.code || t('notice.fault-report.no-code'),
        what: quoted(notice.what),
        contact: notice.contact ?? t('notice.fault-report.no-contact'),
      })
  }
}

/** Somebody else's words, marked as such line by line, so that they cannot pass for ours. */
function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n')
}
