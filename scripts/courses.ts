import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Misuse } from '../courses/toolkit/command-words.ts'
import type { CourseCommand } from '../courses/toolkit/course-command.ts'

/** By name, each read only when it is asked for. A new command is a row here. */
const commands: Record<string, () => Promise<CourseCommand>> = {
  check: async () => (await import('../courses/toolkit/check/check-command.ts')).checkCommand,
  map: async () => (await import('../courses/toolkit/check/map-command.ts')).mapCommand,
  'new-module': async () =>
    (await import('../courses/toolkit/check/new-module-command.ts')).newModuleCommand,
  build: async () => (await import('../courses/toolkit/builder/build-command.ts')).buildCommand,
  preview: async () =>
    (await import('../courses/toolkit/builder/preview-command.ts')).previewCommand,
  facts: async () => (await import('./course-facts.ts')).factsCommand,
}

async function help(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { usage, does } = await load()
      return `  ${`${name} ${usage}`.trim()}\n      ${does}`
    }),
  )
  return `Usage: npm run courses -- COMMAND\n${rows.join('\n')}`
}

/** Runs one command of the course toolkit. @returns the exit code: 0 done, 1 the answer is no, 2 said wrongly */
export async function runCourses(
  words: string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = words
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    err(await help())
    return 2
  }
  const command = await load()
  try {
    return await command.run(rest, { out, err })
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    err(`${error.message}\nUsage: npm run courses -- ${`${name} ${command.usage}`.trim()}`)
    return 2
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = await runCourses(
    process.argv.slice(2),
    (text) => console.log(text),
    (text) => console.error(text),
  )
}
