import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Command, CommandResult, Commands } from './command.ts'

/** What `npm run db` does, for scripts that speak with the command line in JSON. */
export const databaseCommands: Commands = {
  'db migrate': command('migrate', '', 'brings the database up to the newest migration'),
  'db new': command('new', 'NAME', 'writes the next migration from the change in the schema', 1),
  'db check': command('check', '', 'says whether the migrations and the schema agree'),
  'db reset': { ...command('reset', '--yes', 'empties the database'), flags: ['yes'] },
  'db seed': command('seed', 'WORLD', 'fills an empty database: demo, county, nation', 1),
}

function command(verb: string, usage: string, does: string, words = 0): Command {
  return {
    usage,
    does,
    words,
    // It opens, or makes, the one that the verb wants.
    needsDatabase: false,
    run: (input) => runScript(verb, [...input.words, ...(input.flags.has('yes') ? ['--yes'] : [])]),
  }
}

function runScript(verb: string, more: string[]): Promise<CommandResult> {
  const script = path.join(import.meta.dirname, '..', 'db.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, verb, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const words = Buffer.concat(said).toString().trim()
      const ok = code === 0
      resolve({ answer: { command: `db ${verb}`, ok, said: words }, exitCode: ok ? 0 : 1 })
    })
  })
}
