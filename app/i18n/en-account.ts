import { auth } from './en/auth.ts'
import { certificate } from './en/certificate.ts'
import { identity } from './en/identity.ts'
import { library } from './en/library.ts'
import { publicPages } from './en/public.ts'
import { openParticipation } from './en/open-participation.ts'
import { duty } from './en/duty.ts'
import { mails } from './en/mails.ts'
import { checkIn } from './en/check-in.ts'
import { join } from './en/join.ts'
import { invited } from './en/invited.ts'
import { merge } from './en/merge.ts'
import { attend } from './en/attend.ts'
import type { svAccount } from './sv-account.ts'
import type { Translated } from './translate.ts'

/** The same keys as in Swedish; a missing one is a type error. */
export const enAccount: Translated<typeof svAccount> = {
  ...auth,
  ...certificate,
  ...identity,
  ...publicPages,
  ...library,
  ...openParticipation,
  ...duty,
  ...checkIn,
  ...mails,
  ...join,
  ...invited,
  ...merge,
  ...attend,
}
