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
