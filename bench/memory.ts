import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

// What benches say of a process's memory, in megabytes of 1,000,000 bytes (Linux, proc(5)).

/** What the process holds once what starting took has been given back, as in a server that has run for a while. */
export async function idleMb(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    global.gc?.()
    await setTimeout(200)
  }
  return process.memoryUsage.rss() / 1e6
}

/** The system keeps each process's peak; 5 sets it back to what is held now. */
export function forgetPeak(process: number | 'self' = 'self'): void {
  writeFileSync(`/proc/${process}/clear_refs`, '5')
}

/** The most that a process has held since its start, or since its peak was forgotten. */
export function peakMb(process: number | 'self' = 'self'): number {
  return kilobytes(`/proc/${process}/status`, 'VmHWM')
}

/**
 * What a process holds that is its own, and its share of what it has in common with others: of many
 * processes these can be added. None when the system does not let us see.
 */
export function sharedOutMb(process: number): number | null {
  try {
    return kilobytes(`/proc/${process}/smaps_rollup`, 'Pss')
  } catch {
    return null
  }
}

function kilobytes(file: string, name: string): number {
  const [, value] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8')) ?? []
  return (Number(value) * 1_024) / 1e6
}
