import { z } from 'zod'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { required } from './affiliation.schema.ts'
import { longestEmployerNumber } from './affiliation.ts'
import { normaliseEmail, personalProfessionGroups } from './person.ts'

/** A person whom somebody else makes an account for; addresses come out in lower case. */
export const createPersonSchema = z.object({
  email: z.email().max(254).transform(normaliseEmail),
  givenName: required(100),
  familyName: required(100),
})

/** Where the person works, said by who runs the installation. */
export const workplaceSchema = z.object({
  professionGroup: z.enum(personalProfessionGroups as [ProfessionGroup, ...ProfessionGroup[]]),
  employerNumber: z.string().trim().min(1).max(longestEmployerNumber).nullable(),
})
