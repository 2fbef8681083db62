import { rounded } from './numbers.ts'
import type { Imported } from './people-import/import-process.ts'
import { inOwnProcess } from './process-bench.ts'

/** What the common choice takes on the same kind of machine: 10,000 people by CSV in 124 s. */
const commonRowsPerSecond = 80
const targetTimes = 20

/**
 * Brings files of 10,000 and of 100,000 people in, as a manager's browser would have it done: received,
 * tried and applied, each in a process and a database of its own. `rowsPerSecond` is of the whole way;
 * `peakMemoryMb` what the process takes at most, `overIdleMb` beyond what it holds before the file comes, and
 * `moreForTenTimesMb` what ten times as many rows take more.
 */
export async function measure() {
  const script = 'people-import/import-process.ts'
  const small = await inOwnProcess<Imported>(script, 10_000)
  const large = await inOwnProcess<Imported>(script, 100_000)
  const ratio = Math.min(small.rowsPerSecond, large.rowsPerSecond) / commonRowsPerSecond
  return {
    what: 'people by file',
    rowsPerSecond: large.rowsPerSecond,
    peakMemoryMb: large.peakMemoryMb,
    moreForTenTimesMb: large.overIdleMb - small.overIdleMb,
    timesTheCommonChoice: rounded(ratio),
    withinTarget: ratio >= targetTimes,
    10_000: small,
    100_000: large,
  }
}
