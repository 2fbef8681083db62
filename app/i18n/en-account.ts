import { auth } from './en/auth.ts'
import { certificate } from './en/certificate.ts'
import { identity } from './en/identity.ts'
import { library } from './en/library.ts'
import { publicPages } from './en/public.ts'
import { openParticipation } from './en/open-participation.ts'
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
}
