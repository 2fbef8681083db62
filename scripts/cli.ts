import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { i18nOf } from '~/i18n/messages.server.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { env, EnvError } from '~/platform/env.server.ts'
import { Misuse, parseWords } from '../courses/toolkit/command-words.ts'
import type { Command, CommandInput, Commands } from './cli/command.ts'

/**
 * By noun, each read only when it is asked for: a check of a package has 300 MB for itself and whatever
 * file it is given, and the database's part of the program alone takes a third of that. A new command is a
 * row in its noun's file; a new noun is a line here.
 */
const nouns: Record<string, () => Promise<Commands>> = {
  followup: async () => (await import('./cli/followup.ts')).followupCommands,
  course: async () => (await import('./cli/course.ts')).courseCommands,
  fact: async () => (await import('./cli/fact.ts')).factCommands,
  package: async () => (await import('./cli/package.ts')).packageCommands,
  attempt: async () => (await import('./cli/attempt.ts')).attemptCommands,
  certificate: async () => (await import('./cli/certificate.ts')).certificateCommands,
  person: async () => (await import('./cli/person.ts')).personCommands,
  key: async () => (await import('./cli/key.ts')).keyCommands,
  db: async () => (await import('./cli/db.ts')).databaseCommands,
}

async function commandsOf(noun: string): Promise<Commands> {
  return Object.hasOwn(nouns, noun) ? nouns[noun]!() : {}
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.keys(nouns).map(commandsOf))
  return all
    .flatMap((commands) => Object.entries(commands))
    .map(([name, { usage, does }]) => `  ${name} ${usage}\n      ${does}`)
    .join('\n')
}

export interface CommandLine {
  out: (text: string) => void
  err: (text: string) => void
  /** Opens the database and answers how to close it. */
  open: () => Promise<() => Promise<void>>
}

/** Opens the database that the settings name, and answers how to close it. */
export async function openSettings(): Promise<() => Promise<void>> {
  const { closeCommand, openCommand } = await import('~/platform/start.server.ts')
  const database = await openCommand(env(), path.resolve('prisma/migrations'))
  return () => closeCommand(database)
}

/** Runs one command. @returns the exit code: 0 done, 1 refused or failed, 2 said wrongly */
export async function runCommand(words: string[], line: CommandLine): Promise<number> {
  const name = words.slice(0, 2).join(' ')
  const commands = await commandsOf(words[0] ?? '')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    line.err(`Usage: npm run --silent cli -- COMMAND\n${await help()}`)
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
  const options: Record<string, { type: 'string' | 'boolean' }> = {}
  for (const name of command.options ?? []) options[name] = { type: 'string' }
  for (const name of command.flags ?? []) options[name] = { type: 'boolean' }
  const { positionals, values } = parseWords(args, options)
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

async function failed(error: unknown, line: CommandLine): Promise<1> {
  const { EmbeddedInUse } = await import('~/platform/db/embedded.server.ts')
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
    open: openSettings,
  })
}
