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
export function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5')
}

export function peakMb(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return (Number(kilobytes) * 1_024) / 1e6
}
