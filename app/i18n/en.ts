import { enAccount } from './en-account.ts'
import { enCore } from './en-core.ts'
import { enWork } from './en-work.ts'
import { notice } from './en/notice.ts'
import { open } from './en/open.ts'
import { signUpMail } from './en/sign-up-mail.ts'

/** Every text of the interface in English. */
export const en = { ...enCore, ...enAccount, ...enWork, ...open, ...notice, ...signUpMail }
