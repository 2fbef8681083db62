import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { importPackage } from '~/exchange/imports/packages/import-package.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'

/** Megabytes are of 1,000,000 bytes. */
export interface Imported {
  seconds: number
  /** With the database open and nothing done. */
  idleMb: number
  peakMb: number
  overIdleMb: number
}

const zipFile = process.argv[2] ?? ''
const database = await openCommand(env(), path.resolve('prisma/migrations'))
await settled()
const idle = process.memoryUsage.rss() / 1e6
forgetPeak()
const begun = performance.now()
await importPackage({
  actor: systemActor,
  zipFile,
  fileName: 'package.zip',
  within: () => Promise.resolve(),
})
const seconds = (performance.now() - begun) / 1_000
const peak = peakBytes() / 1e6
await closeCommand(database)
const imported: Imported = {
  seconds,
  idleMb: Math.round(idle),
  peakMb: Math.round(peak),
  overIdleMb: Math.round(peak - idle),
}
console.log(JSON.stringify(imported))

/** What starting took is given back first, as it is in a server that has run for a while. */
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    global.gc?.()
    await setTimeout(200)
  }
}

/** The system keeps each process's peak; 5 sets it back to what is held now (Linux, proc(5)). */
function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5')
}

function peakBytes(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1_024
}
