import { svAccount } from './sv-account.ts'
import { svCore } from './sv-core.ts'
import { svWork } from './sv-work.ts'
import { notice } from './sv/notice.ts'
import { open } from './sv/open.ts'
import { signUpMail } from './sv/sign-up-mail.ts'

/**
 * Every text of the interface in Swedish, the language that is written first. One file per area below `sv/`.
 * Those of mails are in no part that a browser loads.
 */
export const sv = { ...svCore, ...svAccount, ...svWork, ...open, ...notice, ...signUpMail } as const
