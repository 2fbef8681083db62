import { createKeySchema } from '~/domain/identity/service-key.schema.ts'
import { makeKey } from '~/domain/identity/service-key.server.ts'
import { serviceScopes, systemActor } from '~/kernel/actor.ts'
import { addDays, isDay, today } from '~/kernel/dates.ts'
import { Misuse } from '../../courses/toolkit/command-words.ts'
import { given, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const keyCommands: Commands = {
  'key create': {
    usage: '--scope followup:read --name NAME [--until YYYY-MM-DD]',
    does: 'makes a key for another system and prints it, this once; good for a year unless told otherwise',
    options: ['scope', 'name', 'until'],
    run: createKey,
  },
}

async function createKey(input: CommandInput): Promise<CommandResult> {
  const wanted = { scope: given(input, 'scope'), name: given(input, 'name') }
  const validTo = input.options.until ?? addDays(today(), 365)
  const parsed = createKeySchema.pick({ name: true, scope: true }).safeParse(wanted)
  if (!parsed.success) {
    const isName = parsed.error.issues.every(({ path }) => path[0] === 'name')
    throw new Misuse(
      isName
        ? '--name wants 1 to 100 characters on one line'
        : `--scope knows ${serviceScopes.join(', ')}`,
    )
  }
  const { name, scope } = parsed.data
  if (!isDay(validTo)) throw new Misuse('--until wants a day that exists, such as 2027-11-21')
  const { keyId, secret } = await makeKey({ actor: systemActor, name, scope, validTo })
  return { answer: { keyId, key: secret, name, scope, until: validTo } }
}
