import { mark } from './world.ts'

/** The lines in which a marked name or address stands, however it is written or encoded. */
export function marksIn(lines: string[]): string[] {
  const wanted = mark.toLowerCase()
  return lines.filter((line) => decoded(line).toLowerCase().includes(wanted))
}

function decoded(line: string): string {
  try {
    return `${line} ${decodeURIComponent(line)}`
  } catch {
    return line
  }
}
