import { auth } from './sv/auth.ts'
import { certificate } from './sv/certificate.ts'
import { identity } from './sv/identity.ts'
import { library } from './sv/library.ts'
import { publicPages } from './sv/public.ts'
import { openParticipation } from './sv/open-participation.ts'
import { duty } from './sv/duty.ts'
import { mails } from './sv/mails.ts'
import { checkIn } from './sv/check-in.ts'
import { join } from './sv/join.ts'
import { invited } from './sv/invited.ts'
import { merge } from './sv/merge.ts'
import { attend } from './sv/attend.ts'

/** Texts for visitors, for signing in and up, and for one's own account (account-texts.ts). */
export const svAccount = {
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
} as const
