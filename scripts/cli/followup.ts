import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseModule } from '~/domain/assignment/assignment.server.ts'
import { exportNationalTable } from '~/domain/followup/followup.server.ts'
import { nationalTableCsv } from '~/exchange/exports/national-table-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { isDay, today } from '~/kernel/dates.ts'
import { given, Misuse, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const followupCommands: Commands = {
  'followup export': {
    usage: '--out FILE [--module SLUG] [--as-of YYYY-MM-DD] [--format csv]',
    does: 'writes the national table of one module or all: 21 counties and the nation, per profession group',
    options: ['format', 'as-of', 'module', 'out'],
    run: exportFollowup,
  },
}

async function exportFollowup(input: CommandInput): Promise<CommandResult> {
  const { options } = input
  const asOf = options['as-of'] ?? today()
  const file = path.resolve(given(input, 'out'))
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
  return { answer: { file, asOf, takenOn: today(), modules } }
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
