import path from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { i18nOf } from '~/i18n/messages.server.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { openDatabase } from '~/platform/db/database.server.ts'
import { EmbeddedInUse } from '~/platform/db/embedded.server.ts'
import { env, EnvError } from '~/platform/env.server.ts'
import { databaseSource } from '~/platform/start.server.ts'
import { Misuse, type Command, type CommandInput, type Commands } from './cli/command.ts'
import { followupCommands } from './cli/followup.ts'

/** A new command is a row in its noun's file; a new noun is a line here. */
const commands: Commands = {
  ...followupCommands,
}

const help = () =>
  Object.entries(commands)
    .map(([name, { usage, does }]) => `  ${name} ${usage}\n      ${does}`)
    .join('\n')

export interface CommandLine {
  out: (text: string) => void
  err: (text: string) => void
  /** Opens the database and answers how to close it. */
  open: () => Promise<() => Promise<void>>
}

/** Runs one command. @returns the exit code: 0 done, 1 refused or failed, 2 said wrongly */
export async function runCommand(words: string[], line: CommandLine): Promise<number> {
  const name = words.slice(0, 2).join(' ')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    line.err(`Usage: npm run --silent cli -- COMMAND\n${help()}`)
    return 2
  }
  try {
    const input = inputOf(command, words.slice(2))
    const close = command.needsDatabase === false ? async () => undefined : await line.open()
    try {
      const { answer, exitCode = 0 } = await command.run(input)
      line.out(JSON.stringify(answer))
      return exitCode
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof Misuse)) return failed(error, line)
    line.err(`${error.message}\nUsage: npm run --silent cli -- ${name} ${command.usage}`)
    return 2
  }
}

function inputOf(command: Command, args: string[]): CommandInput {
  const options = Object.fromEntries([
    ...(command.options ?? []).map((name) => [name, { type: 'string' }] as const),
    ...(command.flags ?? []).map((name) => [name, { type: 'boolean' }] as const),
  ])
  const { positionals, values } = parsed(args, options)
  const wanted = command.words ?? 0
  if (positionals.length !== wanted) {
    throw new Misuse(positionals.length < wanted ? 'something is missing' : 'that is too much')
  }
  const flags = new Set(Object.keys(values).filter((name) => values[name] === true))
  const texts = Object.entries(values).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string'
  })
  return { words: positionals, options: Object.fromEntries(texts), flags }
}

function parsed(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

function failed(error: unknown, line: CommandLine): 1 {
  const isOurs = error instanceof EnvError || error instanceof EmbeddedInUse
  if (isRefusal(error)) {
    const { tLoose } = i18nOf('en')
    line.err(tLoose(`refusal.${error.code}`, error.detail, 'error.title.refused'))
  } else line.err(isOurs ? error.message : String((error as Error).stack ?? error))
  return 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (text) => console.log(text),
    err: (text) => console.error(text),
    open: async () => (await openDatabase(databaseSource(env()))).close,
  })
}
