import type { CoverageMeasured } from './coverage/measure-process.ts'
import { inOwnProcess } from './process-bench.ts'

/** What the common choice takes on the same kind of machine for the same people: 0.57 s. */
const commonMs = 570
const targetMs = commonMs / 10

/** Coverage of a module in each county of a nation of 100,000 people, and the pages that rest on it. */
export async function measure() {
  const measured = await inOwnProcess<CoverageMeasured>('coverage/measure-process.ts', 100_000)
  return {
    what: 'coverage per county',
    ...measured,
    timesTheCommonChoice: Math.round(commonMs / measured.perCountyMs),
    withinTarget: measured.perCountyMs < targetMs,
  }
}
