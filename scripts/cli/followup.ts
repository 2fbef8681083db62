import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { exportCoverageDataset } from '~/domain/followup/coverage-dataset.server.ts'
import {
  datasetLevels,
  rowsOf,
  totalGroup,
  type CoverageDataset,
  type DatasetLevel,
} from '~/domain/followup/coverage-dataset.ts'
import {
  coverageFile,
  coverageFormats,
  isCoverageFormat,
  type CoverageFormat,
} from '~/exchange/exports/coverage-file.server.ts'
import { languages } from '~/i18n/format.ts'
import { systemActor } from '~/kernel/actor.ts'
import { isDay, today } from '~/kernel/dates.ts'
import { Misuse } from '../../courses/toolkit/command-words.ts'
import { given, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const followupCommands: Commands = {
  'followup export': {
    usage:
      '--out FILE [--format csv|json-stat|xlsx] [--as-of YYYY-MM-DD] [--module SLUG] [--level nation|county|municipality] [--county CODE] [--lang sv|en]',
    does: 'writes the figures of one module or all: the nation and its 21 counties, per profession group; municipalities with --level municipality',
    options: ['format', 'as-of', 'module', 'out', 'level', 'county', 'lang'],
    run: exportFollowup,
  },
}

async function exportFollowup(input: CommandInput): Promise<CommandResult> {
  const { options } = input
  const asOf = options['as-of'] ?? today()
  const file = path.resolve(given(input, 'out'))
  const format = formatOf(options.format ?? 'csv')
  if (!isDay(asOf)) throw new Misuse('--as-of wants a day that exists, such as 2026-11-21')
  const language = languages.find((each) => each === (options.lang ?? 'sv'))
  if (!language) throw new Misuse(`--lang knows ${languages.join(' and ')}`)
  const dataset = await exportCoverageDataset({
    actor: systemActor,
    format,
    query: {
      asOf,
      moduleSlug: await publishedSlug(options.module),
      level: levelOf(options.level ?? 'county'),
      countyCode: options.county ?? null,
    },
  })
  writeFileSync(file, await coverageFile(dataset, format, language))
  return { answer: { file, asOf, takenOn: dataset.takenOn, modules: toldOf(dataset) } }
}

function formatOf(text: string): CoverageFormat {
  if (!isCoverageFormat(text)) throw new Misuse(`--format knows ${coverageFormats.join(', ')}`)
  return text
}

function levelOf(text: string): DatasetLevel {
  const level = datasetLevels.find((each) => each === text)
  if (!level) throw new Misuse(`--level knows ${datasetLevels.join(', ')}`)
  return level
}

/** The module that was named, if it has been published; null where none is named. */
async function publishedSlug(slug: string | undefined): Promise<string | null> {
  if (slug === undefined) return null
  const { modules } = await chooseModule(null)
  if (modules.some((each) => each.slug === slug)) return slug
  const known = modules.map((each) => each.slug).join(', ') || 'none'
  throw new Misuse(`--module ${slug} is not published; published: ${known}`)
}

/** Each module's first row, which holds all of its places, and how many counties came along. */
function toldOf(dataset: CoverageDataset) {
  const counties = dataset.places.filter(({ kind }) => kind === 'county').length
  const rows = rowsOf(dataset).filter(
    ({ place, group }) => group === totalGroup && place === dataset.places[0],
  )
  return rows.map(({ module, cell }) => {
    const { held, required } = cell.values
    return { module: module.slug, counties, held, required }
  })
}
