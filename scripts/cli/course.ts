import path from 'node:path'
import { systemActor } from '~/kernel/actor.ts'
import type { CommandInput, Commands, CommandResult } from './command.ts'

export const courseCommands: Commands = {
  'course import': {
    usage: 'FOLDER [--publish]',
    does: 'takes in a course that `npm run courses -- build` has made: its words, tracks, facts and packages',
    words: 1,
    flags: ['publish'],
    run: importFolder,
  },
}

async function importFolder({ words: [folder = ''], flags }: CommandInput): Promise<CommandResult> {
  const { readBuiltFolder } = await import('~/exchange/imports/courses/built-folder.server.ts')
  const { importCourse } = await import('~/exchange/imports/courses/import-course.server.ts')
  const built = await readBuiltFolder(path.resolve(folder))
  const answer = await importCourse({ actor: systemActor, ...built, publish: flags.has('publish') })
  return { answer }
}
