import { z } from 'zod'
import { languages } from '~/i18n/format.ts'
import { travelling } from '~/kernel/form-values.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { several } from '~/platform/http/form-fields.ts'
import { searchedWords } from '~/platform/http/posted-search.ts'
import { affiliationKinds } from './affiliation.ts'
import { workplaceShape } from './affiliation.schema.ts'
import { addressesIn, mostInvited } from './invitation.ts'
import { holdRules, personShape } from './person.schema.ts'
import { personalProfessionGroups } from './person.ts'

const isAddress = (written: string) => written.length <= 254 && z.email().safeParse(written).success

function faultOf(text: string): string | undefined {
  const { addresses, others } = addressesIn(text)
  const written = others[0] ?? addresses.find((address) => !isAddress(address))
  if (written !== undefined) {
    return travelling({
      key: 'invitation.no-address',
      params: { written: written.slice(0, 80) },
    })
  }
  if (addresses.length === 0) return 'form.required'
  if (addresses.length <= mostInvited) return undefined
  const params = { most: mostInvited, count: addresses.length }
  return travelling({ key: 'invitation.too-many', params })
}

const anyGroup = z.literal('').transform(() => null)
const { professionGroup } = workplaceShape

/** Whom to invite, to which unit and as what. */
export const invitationSchema = z.object({
  emails: z
    .string({ error: 'form.required' })
    .max(20_000)
    .superRefine((text, context) => {
      const message = faultOf(text)
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
    .transform((text) => addressesIn(text).addresses),
  unitId: z.uuid({ error: 'form.required' }),
  kind: z.enum(affiliationKinds, { error: 'form.required' }),
  professionGroup: z.union([
    anyGroup,
    z.enum(personalProfessionGroups as [ProfessionGroup, ...ProfessionGroup[]]),
  ]),
  language: z.enum(languages, { error: 'form.required' }),
})

export const invitationDeeds = ['send-again', 'revoke'] as const

/** What is to be done with the invitations that are ticked, or with all that the list shows. */
export const invitationDeedSchema = z
  .object({
    invitationId: several(z.uuid()),
    all: z.literal('all').optional(),
    words: searchedWords,
    deed: z.enum(invitationDeeds, { error: 'invitation.deed.missing' }),
  })
  .refine(({ invitationId, all }) => all === 'all' || invitationId.length > 0, {
    path: ['invitationId'],
    error: 'invitation.deed.nobody',
  })

/** Who is signed in takes an invitation. */
export const acceptSchema = z.object({ professionGroup })

/** Who has no account makes one for the address that was invited. */
export const acceptSignUpSchema = z
  .object({ professionGroup, ...personShape })
  .superRefine(holdRules)
export type AcceptSignUpForm = z.output<typeof acceptSignUpSchema>
