import { makeKey } from '~/domain/identity/service-key.server.ts'
import { isServiceScope } from '~/domain/identity/service-key.ts'
import { serviceScopes, systemActor } from '~/kernel/actor.ts'
import { addDays, isDay, today } from '~/kernel/dates.ts'
import { given, Misuse, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const keyCommands: Commands = {
  'key create': {
    usage: '--scope followup:read --name NAME [--until YYYY-MM-DD]',
    does: 'makes a key for another system and prints it, this once; good for a year unless told otherwise',
    options: ['scope', 'name', 'until'],
    run: createKey,
  },
}

async function createKey(input: CommandInput): Promise<CommandResult> {
  const scope = given(input, 'scope')
  const name = given(input, 'name')
  const validTo = input.options.until ?? addDays(today(), 365)
  if (!isServiceScope(scope)) throw new Misuse(`--scope knows ${serviceScopes.join(', ')}`)
  if (!isDay(validTo)) throw new Misuse('--until wants a day that exists, such as 2027-11-21')
  const { keyId, secret } = await makeKey({ actor: systemActor, name, scope, validTo })
  return { answer: { keyId, key: secret, name, scope, until: validTo } }
}
