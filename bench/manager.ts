import type { ManagerMeasured } from './manager/measure-process.ts'
import { inOwnProcess } from './process-bench.ts'

/**
 * What a manager of an organisation with 50,000 people waits for: the reading of each page before a decision about
 * all that a list shows, after it and after its undoing, and the list as a file.
 */
export async function measure() {
  const measured = await inOwnProcess<ManagerMeasured>('manager/measure-process.ts', 50_000)
  return { what: 'a manager of 50,000', ...measured }
}
