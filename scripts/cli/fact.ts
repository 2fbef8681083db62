import { listEditedFacts, listFacts } from '~/domain/catalogue/read-facts.server.ts'
import type { CommandInput, Commands, CommandResult } from './command.ts'

export const factCommands: Commands = {
  'fact list': {
    usage: '[--edited]',
    does: 'lists the fact sheets as they are told now; with --edited only those that an editor has written here and the course’s text does not say yet',
    flags: ['edited'],
    run: list,
  },
}

async function list({ flags }: CommandInput): Promise<CommandResult> {
  return { answer: flags.has('edited') ? await listEditedFacts() : await listFacts() }
}
