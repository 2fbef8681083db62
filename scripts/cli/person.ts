import { createPerson } from '~/domain/identity/create-person.server.ts'
import { createPersonSchema, workplaceSchema } from '~/domain/identity/create-person.schema.ts'
import { grantableRoles, isRole, parseScope } from '~/domain/identity/role-grant.ts'
import { systemActor } from '~/kernel/actor.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { env } from '~/platform/env.server.ts'
import { Misuse } from '../../courses/toolkit/command-words.ts'
import { given, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const personCommands: Commands = {
  'person create': {
    usage:
      '--email ADDRESS --given-name NAME --family-name NAME [--role ROLE --scope nation|county:21|organisation:ID] [--organisation ID|--unit ID --profession GROUP [--employer-number NR]]',
    does: 'makes an account, with a role and a confirmed workplace where they are given, and prints a link by which its owner chooses a password, once and within an hour',
    options: [
      'email',
      'given-name',
      'family-name',
      'role',
      'scope',
      'organisation',
      'unit',
      'profession',
      'employer-number',
    ],
    run: create,
  },
}

async function create(input: CommandInput): Promise<CommandResult> {
  const person = createPersonSchema.safeParse({
    email: given(input, 'email'),
    givenName: given(input, 'given-name'),
    familyName: given(input, 'family-name'),
  })
  if (!person.success) {
    const wrong = person.error.issues.map(({ path }) => String(path[0])).join(', ')
    throw new Misuse(`that will not do: ${wrong}`)
  }
  const { personId, link } = await createPerson({
    actor: systemActor,
    ...person.data,
    grant: grantOf(input),
    workplace: workplaceOf(input),
  })
  return { answer: { personId, link: env().APP_ORIGIN + link } }
}

function grantOf({ options: { role, scope } }: CommandInput) {
  if (role === undefined && scope === undefined) return null
  if (role === undefined || scope === undefined) throw new Misuse('--role and --scope go together')
  const parsed = parseScope(scope)
  if (!isRole(role)) throw new Misuse(`--role knows ${grantableRoles.join(', ')}`)
  if (!parsed) throw new Misuse('--scope wants nation, county:21 or organisation:ID')
  return { role, scope: parsed }
}

function workplaceOf({ options }: CommandInput) {
  const { organisation, unit, profession } = options
  const employerNumber = options['employer-number'] ?? null
  if (organisation === undefined && unit === undefined) {
    if (profession === undefined && employerNumber === null) return null
    throw new Misuse('--profession and --employer-number need --organisation or --unit')
  }
  if (organisation !== undefined && unit !== undefined) {
    throw new Misuse('--organisation or --unit, not both')
  }
  const parsed = workplaceSchema.safeParse({ professionGroup: profession, employerNumber })
  if (!parsed.success) {
    const known = professionGroups.filter((group) => group !== 'mixed').join(', ')
    throw new Misuse(`--profession wants one of ${known}; --employer-number at most 50 characters`)
  }
  const at = unit === undefined ? { organisationId: organisation! } : { unitId: unit }
  return { at, ...parsed.data }
}
