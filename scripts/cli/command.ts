import { Misuse } from '../../courses/toolkit/command-words.ts'

export interface CommandInput {
  /** What stands beside the options: a file's name. */
  words: readonly string[]
  /** By name, without the dashes. */
  options: Readonly<Record<string, string | undefined>>
  flags: ReadonlySet<string>
}

export interface CommandResult {
  /** Printed as JSON on standard output. */
  answer: unknown
  /** 1 where the command did its work and the answer is no. */
  exitCode?: 0 | 1
}

/** One command: noun and verb, as in the product. */
export interface Command {
  /** The line of help: what to write after the command's name. */
  usage: string
  does: string
  /** How many words it takes beside its options. */
  words?: number
  /** The options that it takes, each with a value. */
  options?: readonly string[]
  /** The options that are there or not. */
  flags?: readonly string[]
  /** False for a command that is done without a database. */
  needsDatabase?: false
  /** As the system. @throws Misuse, Refusal */
  run: (input: CommandInput) => Promise<CommandResult>
}

export type Commands = Readonly<Record<string, Command>>

/** An option that the command cannot do without. @throws Misuse */
export function given({ options }: CommandInput, name: string): string {
  const value = options[name]
  if (!value) throw new Misuse(`--${name} is missing`)
  return value
}
