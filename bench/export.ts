import type { Exported } from './export/export-process.ts'
import { rounded } from './numbers.ts'
import { inOwnProcess } from './process-bench.ts'

/** What the common choice takes on the same kind of machine for the same list of 100,000 people: 47.5 s. */
const commonSeconds = 47.5
const targetTimes = 20

/**
 * Everybody's completion in an organisation as CSV, of 10,000 and of 100,000 people, each in a process and a
 * database of its own: seconds from asking to the last byte, and the process's memory above what it holds when asked.
 */
export async function measure() {
  const script = 'export/export-process.ts'
  const small = await inOwnProcess<Exported>(script, 10_000)
  const large = await inOwnProcess<Exported>(script, 100_000)
  const ratio = commonSeconds / large.seconds
  return {
    what: 'everybody’s completion as a file',
    ...large,
    moreHeldForTenTimesMb: rounded(large.memoryHeldMb - small.memoryHeldMb),
    timesTheCommonChoice: rounded(ratio),
    withinTarget: ratio >= targetTimes,
    10_000: small,
    100_000: large,
  }
}
