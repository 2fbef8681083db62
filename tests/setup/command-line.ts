import { beforeEach } from 'vitest'
import { runCommand } from '../../scripts/cli.ts'

export interface UsedCommandLine {
  /** Runs one command on the test file's own database. @returns the exit code */
  run: (...words: string[]) => Promise<number>
  /** What the test's commands have printed so far, line by line. */
  out: string[]
  err: string[]
  /** How often they have opened a database. */
  opened: () => number
}

/** Gives a test file the command line without a process of its own; each test begins with nothing said. */
export function useCommandLine(): UsedCommandLine {
  const out: string[] = []
  const err: string[] = []
  let opened = 0
  beforeEach(() => {
    out.length = err.length = opened = 0
  })
  const open = async () => {
    opened++
    return async () => undefined
  }
  return {
    run: (...words) =>
      runCommand(words, {
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        open,
      }),
    out,
    err,
    opened: () => opened,
  }
}
