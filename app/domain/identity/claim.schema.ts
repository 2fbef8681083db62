import { z } from 'zod'
import { several } from '~/platform/http/form-fields.ts'
import { searchedWords } from '~/platform/http/posted-search.ts'
import { workplaceShape } from './affiliation.schema.ts'
import { affiliationKinds, longestEmployerNumber } from './affiliation.ts'
import { decisions } from './claim.ts'

/** The organisation's answer to a claim, with the number that it knows the person by where it has one. */
export const decisionSchema = z.object({
  decision: z.enum(decisions),
  employerNumber: z.string().trim().max(longestEmployerNumber).optional(),
  /** What the person is there as the organisation knows it; empty where it is as they told. */
  kind: z
    .union([z.enum(affiliationKinds), z.literal('')])
    .optional()
    .transform((kind) => kind || null),
  professionGroup: z
    .union([workplaceShape.professionGroup, z.literal('')])
    .optional()
    .transform((group) => group || null),
})

/** The same answer to the claims that are ticked, or to all that the list shows. */
export const claimDeedSchema = z
  .object({
    affiliationId: several(z.uuid()),
    all: z.literal('all').optional(),
    words: searchedWords,
    decision: z.enum(decisions, { error: 'claims.deed.missing' }),
  })
  .refine(({ affiliationId, all }) => all === 'all' || affiliationId.length > 0, {
    path: ['affiliationId'],
    error: 'claims.choose',
  })
