import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Said wrongly on the command line: exit 2 with the command's own line of help. */
export class Misuse extends Error {}

/** Where a command speaks. */
export interface Speaking {
  out: (text: string) => void
  err: (text: string) => void
}

/** One command of `npm run courses`. */
export interface CourseCommand {
  /** The line of help: what to write after the command's name. */
  usage: string
  does: string
  /** @returns 0 done, 1 the answer is no. @throws Misuse */
  run: (words: string[], speaking: Speaking) => Promise<0 | 1>
}

/** The words and options of a command line. @throws Misuse */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: T,
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}
