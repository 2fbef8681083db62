import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { exportNationalTable } from '~/domain/followup/followup.server.ts'
import { chooseModule } from '~/domain/assignment/assignment.server.ts'
import { nationalTableCsv } from '~/exchange/exports/national-table-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { isDay, today } from '~/kernel/dates.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { openDatabase } from '~/platform/db/database.server.ts'
import { EmbeddedInUse } from '~/platform/db/embedded.server.ts'
import { env, EnvError } from '~/platform/env.server.ts'
import { databaseSource } from '~/platform/start.server.ts'

/** Said wrongly on the command line: exit 2 with the command's own line of help. */
class Misuse extends Error {}

type Options = Record<string, string | undefined>

interface Command {
  /** The line of help: what to write after the command's name. */
  usage: string
  does: string
  /** The options that it takes, each with a value. */
  options: readonly string[]
  /** With the database open, as the system. @returns what is printed as JSON */
  run: (options: Options) => Promise<object>
}

/** A new command is a row here: noun and verb, as in the product. */
const commands: Record<string, Command> = {
  'followup export': {
    usage: '--out FILE [--module SLUG] [--as-of YYYY-MM-DD] [--format csv]',
    does: 'writes the national table of one module or all: 21 counties and the nation, per profession group',
    options: ['format', 'as-of', 'module', 'out'],
    run: exportFollowup,
  },
}

async function exportFollowup(options: Options): Promise<object> {
  const asOf = options['as-of'] ?? today()
  const file = path.resolve(given(options, 'out'))
  if ((options.format ?? 'csv') !== 'csv') throw new Misuse('--format knows csv')
  if (!isDay(asOf)) throw new Misuse('--as-of wants a day that exists, such as 2026-11-21')
  const tables = []
  for (const module of await wantedModules(options.module)) {
    tables.push(await exportNationalTable({ actor: systemActor, moduleId: module.id, asOf }))
  }
  writeFileSync(file, nationalTableCsv(tables, i18nOf('sv').t))
  const modules = tables.map(({ module, nation, counties }) => {
    const { held, required } = nation.coverage.total
    return { module: module.slug, counties: counties.length, held, required }
  })
  return { file, asOf, takenOn: today(), modules }
}

/** The published module of that address, or all of them where none is named. */
async function wantedModules(slug: string | undefined) {
  const { modules } = await chooseModule(null)
  const wanted = slug === undefined ? modules : modules.filter((each) => each.slug === slug)
  if (slug !== undefined && wanted.length === 0) {
    const known = modules.map((each) => each.slug).join(', ') || 'none'
    throw new Misuse(`--module ${slug} is not published; published: ${known}`)
  }
  return wanted
}

function given(options: Options, name: string): string {
  const value = options[name]
  if (!value) throw new Misuse(`--${name} is missing`)
  return value
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

/** Runs one command. @returns the exit code: 0 done, 1 failed, 2 said wrongly */
export async function runCommand(words: string[], line: CommandLine): Promise<number> {
  const name = words.slice(0, 2).join(' ')
  const command = commands[name]
  if (!command) {
    line.err(`Usage: npm run --silent cli -- COMMAND\n${help()}`)
    return 2
  }
  try {
    const options = optionsOf(command, words.slice(2))
    const close = await line.open()
    try {
      line.out(JSON.stringify(await command.run(options)))
    } finally {
      await close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) return failed(error, line)
    line.err(`${error.message}\nUsage: npm run --silent cli -- ${name} ${command.usage}`)
    return 2
  }
}

function optionsOf(command: Command, words: string[]): Options {
  const options = Object.fromEntries(
    command.options.map((name) => [name, { type: 'string' as const }]),
  )
  try {
    return parseArgs({ args: words, options, strict: true }).values
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

function failed(error: unknown, line: CommandLine): number {
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
