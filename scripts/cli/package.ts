import { stat } from 'node:fs/promises'
import path from 'node:path'
import { checkPackage, spokenProblem } from '~/exchange/imports/packages/check-package.server.ts'
import { limitsOf } from '~/exchange/imports/packages/package-limits.ts'
import { systemActor } from '~/kernel/actor.ts'
import { parseEnv } from '~/platform/env.server.ts'
import { Misuse } from '../../courses/toolkit/command-words.ts'
import { given, type CommandInput, type Commands, type CommandResult } from './command.ts'

export const packageCommands: Commands = {
  'package check': {
    usage: 'FILE',
    does: 'tells what a content package is and what is wrong with it, as an import would; keeps nothing',
    words: 1,
    needsDatabase: false,
    run: checkFile,
  },
  'package import': {
    usage: 'FILE --course SLUG [--module SLUG] [--publish [--accept-peer-connection]]',
    does: 'takes a content package in as a version of a module: the one named, or one of its own title',
    words: 1,
    options: ['course', 'module'],
    flags: ['publish', 'accept-peer-connection'],
    run: importFile,
  },
  'package list': {
    usage: '',
    does: 'lists every version with its package',
    run: listAll,
  },
}

/** The answer comes within half a minute of the command, whatever the file: milliseconds. */
const answerTime = 25_000
const leastTime = 5_000

async function checkFile(input: CommandInput): Promise<CommandResult> {
  const zipFile = await fileOf(input)
  const deadline = Math.max(leastTime, Math.round(answerTime - process.uptime() * 1_000))
  const answer = await checkPackage({ zipFile, limits: limitsOf(packageSettings()), deadline })
  return { answer, exitCode: answer.ok ? 0 : 1 }
}

/** Of all settings only these, so that a check needs no secret and makes no data folder. */
function packageSettings() {
  const { PACKAGE_MAX_MB, PACKAGE_MAX_FILES } = process.env
  return parseEnv({
    PACKAGE_MAX_MB,
    PACKAGE_MAX_FILES,
    SECRET: 'none is needed for a check'.repeat(2),
  })
}

async function importFile(input: CommandInput): Promise<CommandResult> {
  const { importToModule } = await import('~/exchange/imports/packages/import-to-module.server.ts')
  const zipFile = await fileOf(input)
  const { problems, ...version } = await importToModule({
    actor: systemActor,
    zipFile,
    fileName: path.basename(zipFile),
    course: given(input, 'course'),
    module: input.options.module,
    publish: input.flags.has('publish'),
    acceptsPeerConnection: input.flags.has('accept-peer-connection'),
  })
  return { answer: { ...version, problems: problems.map(spokenProblem) } }
}

async function listAll(): Promise<CommandResult> {
  const { listPackages } = await import('~/domain/catalogue/list-packages.server.ts')
  return { answer: await listPackages(systemActor) }
}

/** @throws Misuse where there is no such file */
async function fileOf({ words: [name = ''] }: CommandInput): Promise<string> {
  const file = path.resolve(name)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Misuse(`there is no file ${name}`)
  return file
}
