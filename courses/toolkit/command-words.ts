import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Said wrongly on the command line: exit 2 with the command's own line of help. */
export class Misuse extends Error {}

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
